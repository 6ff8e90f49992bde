/**
 * The kinds of {@code networking.istio.io}: who listens, where requests go, how they are carried
 * there, and what the mesh knows beside Kubernetes' own services.
 */
@NullMarked
package com.policycortex.istio.model.networking;

import org.jspecify.annotations.NullMarked;
