/** Releases of Istio, and what of a manifest a release does not have. */
@NullMarked
package com.policycortex.istio.release;

import org.jspecify.annotations.NullMarked;
