/** Checks of what requests get to: rules that none reaches, and requests that no rule takes. */
@NullMarked
package com.policycortex.istio.analysis.reachability;

import org.jspecify.annotations.NullMarked;
