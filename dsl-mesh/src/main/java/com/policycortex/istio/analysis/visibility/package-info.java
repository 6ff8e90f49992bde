/** Checks of who sees a manifest: exportTo, the root namespace, ways around the egress gateway. */
@NullMarked
package com.policycortex.istio.analysis.visibility;

import org.jspecify.annotations.NullMarked;
