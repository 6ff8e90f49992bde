package com.policycortex.istio.analysis.destination;

import com.policycortex.istio.model.networking.PortTrafficPolicy;
import com.policycortex.istio.model.networking.TrafficPolicy;
import java.util.ArrayList;
import java.util.List;

/** The blocks of a traffic policy, each of which counts as a whole or not at all. */
final class TrafficPolicyBlocks {

  static final String TLS = "tls";

  private TrafficPolicyBlocks() {}

  /** The names of the blocks that are set. */
  static List<String> of(TrafficPolicy policy) {
    List<String> blocks = new ArrayList<>();
    add(blocks, "loadBalancer", policy.loadBalancer().isPresent());
    add(blocks, "connectionPool", policy.connectionPool().isPresent());
    add(blocks, "outlierDetection", policy.outlierDetection().isPresent());
    add(blocks, TLS, policy.tls().isPresent());
    add(blocks, "portLevelSettings", !policy.portLevelSettings().isEmpty());
    add(blocks, "tunnel", policy.tunnel().isPresent());
    add(blocks, "proxyProtocol", policy.proxyProtocol().isPresent());
    add(blocks, "retryBudget", policy.retryBudget().isPresent());
    return blocks;
  }

  /** The names of the blocks that are set for a port. */
  static List<String> of(PortTrafficPolicy policy) {
    List<String> blocks = new ArrayList<>();
    add(blocks, "loadBalancer", policy.loadBalancer().isPresent());
    add(blocks, "connectionPool", policy.connectionPool().isPresent());
    add(blocks, "outlierDetection", policy.outlierDetection().isPresent());
    add(blocks, TLS, policy.tls().isPresent());
    return blocks;
  }

  private static void add(List<String> blocks, String name, boolean set) {
    if (set) {
      blocks.add(name);
    }
  }
}
