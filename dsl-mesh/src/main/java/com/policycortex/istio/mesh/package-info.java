/**
 * Many manifests as one value: what names, selectors and references in them mean, as istiod
 * resolves them.
 */
@NullMarked
package com.policycortex.istio.mesh;

import org.jspecify.annotations.NullMarked;
