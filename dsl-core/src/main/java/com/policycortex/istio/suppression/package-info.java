/**
 * Findings that somebody has decided to live with, for a reason and until a day. {@link
 * com.policycortex.istio.suppression.Suppressions} is where to start.
 */
@NullMarked
package com.policycortex.istio.suppression;

import org.jspecify.annotations.NullMarked;
