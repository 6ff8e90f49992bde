/** Kubernetes' own kinds, as far as a mesh is made of them. */
@NullMarked
package com.policycortex.istio.model.kubernetes;

import org.jspecify.annotations.NullMarked;
