package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import java.util.Optional;

/**
 * A waypoint of ambient mode that somebody names by the label {@code istio.io/use-waypoint}.
 *
 * @param namespace its namespace
 * @param name its name
 * @param by the Service, workload or Namespace with the label
 * @param gateway its Gateway; absent if it is not there
 * @param traffic for whose requests it is: {@code service}, {@code workload}, {@code all} or {@code
 *     none}
 * @param refusal why it does not serve who asked, in words; empty where it does
 */
public record Waypoint(
    String namespace,
    String name,
    Manifest by,
    Optional<RawManifest> gateway,
    String traffic,
    String refusal) {

  /** {@code Gateway shop/waypoint, by Namespace shop}. */
  @Override
  public String toString() {
    return gateway.map(Lines::name).orElse("Gateway " + namespace + "/" + name)
        + ", by "
        + by.resourceId()
        + (refusal.isEmpty() ? "" : "; it does not serve it: " + refusal);
  }
}
