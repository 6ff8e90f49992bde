package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import java.util.Collection;
import java.util.List;

/** Many manifests as one immutable value. */
public final class Mesh {

  private final List<Manifest> manifests;

  private Mesh(List<Manifest> manifests) {
    this.manifests = manifests;
  }

  /** A mesh of these manifests. */
  public static Mesh of(Collection<? extends Manifest> manifests) {
    return new Mesh(List.copyOf(manifests));
  }

  /** All manifests, in the order in which they were given. */
  public List<Manifest> manifests() {
    return manifests;
  }

  /** {@code mesh of 12 manifests}. */
  @Override
  public String toString() {
    return "mesh of " + manifests.size() + " manifests";
  }
}
