/**
 * Findings that were there before somebody began to look: a mesh starts at zero. {@link
 * com.policycortex.istio.baseline.Baseline} is where to start.
 */
@NullMarked
package com.policycortex.istio.baseline;

import org.jspecify.annotations.NullMarked;
