/** Checks of which pods get a proxy, from which control plane, and what traffic it takes. */
@NullMarked
package com.policycortex.istio.analysis.injection;

import org.jspecify.annotations.NullMarked;
