/**
 * Checks of Istio's annotations: known, in their place, not deprecated, with a value that counts.
 */
@NullMarked
package com.policycortex.istio.analysis.annotations;

import org.jspecify.annotations.NullMarked;
