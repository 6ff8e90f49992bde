/**
 * The installation: {@code IstioOperator} for {@code istioctl install -f}, and MeshConfig within
 * it.
 */
@NullMarked
package com.policycortex.istio.model.install;

import org.jspecify.annotations.NullMarked;
