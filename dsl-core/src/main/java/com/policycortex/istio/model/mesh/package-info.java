/**
 * MeshConfig, what holds for the whole mesh, and MeshNetworks: the messages of {@code
 * istio.mesh.v1alpha1}.
 */
@NullMarked
package com.policycortex.istio.model.mesh;

import org.jspecify.annotations.NullMarked;
