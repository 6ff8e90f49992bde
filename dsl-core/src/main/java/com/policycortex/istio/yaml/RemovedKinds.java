package com.policycortex.istio.yaml;

import java.util.Map;
import java.util.Optional;

/** Kinds that Istio once had, and what does now what they did. */
final class RemovedKinds {

  private static final String AUTHORIZATION =
      "write an AuthorizationPolicy of security.istio.io/v1";
  private static final String PEERS = "write a PeerAuthentication of security.istio.io/v1";

  // By group, and kind; a star is for all others of the group.
  private static final Map<String, Map<String, String>> NOW =
      Map.of(
          "authentication.istio.io",
          Map.of(
              "Policy",
              PEERS + ", and a RequestAuthentication for its origins",
              "MeshPolicy",
              PEERS + " in the root namespace, and a RequestAuthentication for its origins"),
          "rbac.istio.io",
          Map.of(
              "RbacConfig",
              AUTHORIZATION,
              "ClusterRbacConfig",
              AUTHORIZATION,
              "ServiceRole",
              AUTHORIZATION,
              "ServiceRoleBinding",
              AUTHORIZATION,
              "AuthorizationPolicy",
              AUTHORIZATION),
          "config.istio.io",
          Map.of(
              "QuotaSpec",
              "limit rates by an EnvoyFilter",
              "QuotaSpecBinding",
              "limit rates by an EnvoyFilter",
              "*",
              "Mixer is gone: write a Telemetry for metrics, logs and traces, an"
                  + " AuthorizationPolicy for access, an EnvoyFilter or a WasmPlugin for the rest"));

  private RemovedKinds() {}

  /** What to write in the place of a kind; empty where Istio never had it. */
  static Optional<String> now(String group, String kind) {
    Map<String, String> ofGroup = NOW.getOrDefault(group, Map.of());
    return Optional.ofNullable(ofGroup.get(kind)).or(() -> Optional.ofNullable(ofGroup.get("*")));
  }
}
