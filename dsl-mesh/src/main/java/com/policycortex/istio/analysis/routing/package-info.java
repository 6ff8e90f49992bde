/** Checks of VirtualServices, and what their routes refer to. */
@NullMarked
package com.policycortex.istio.analysis.routing;

import org.jspecify.annotations.NullMarked;
