/**
 * What the library has to say about content: {@link com.policycortex.istio.finding.Finding}, with
 * its severity, its manifest and its place. Everything here is an immutable value.
 */
@NullMarked
package com.policycortex.istio.finding;

import org.jspecify.annotations.NullMarked;
