package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;

/** Something that a manifest stands for: a service that proxies know, or a workload. */
public sealed interface Derived permits MeshService, Workload {

  /** The manifest that it comes from. */
  Manifest manifest();
}
