package com.policycortex.istio.analysis.check;

import com.policycortex.istio.mesh.MeshView;
import java.util.Map;
import java.util.Set;

/**
 * The gateways that come with an installation of Istio, by their labels: those of istioctl's
 * profiles, of its script for gateways between networks, and of the Helm chart {@code gateway}
 * under the names that Istio's documentation gives it. Their pods are seldom among the manifests.
 */
public final class InstalledGateways {

  private static final Set<Map.Entry<String, String>> LABELS =
      Set.of(
          Map.entry("istio", "ingressgateway"),
          Map.entry("app", "istio-ingressgateway"),
          Map.entry("istio", "egressgateway"),
          Map.entry("app", "istio-egressgateway"),
          Map.entry("istio", "eastwestgateway"),
          Map.entry("app", "istio-eastwestgateway"),
          Map.entry("istio", "ingress"),
          Map.entry("app", "istio-ingress"),
          Map.entry("istio", "egress"),
          Map.entry("app", "istio-egress"));

  private InstalledGateways() {}

  /**
   * Whether a selector asks for nothing but such labels, and no such gateway at all is among the
   * manifests: where one is, the others would be as well.
   */
  public static boolean have(Map<String, String> selector, MeshView mesh) {
    return !selector.isEmpty()
        && LABELS.containsAll(selector.entrySet())
        && LABELS.stream()
            .allMatch(
                label ->
                    mesh.workloads()
                        .selectEverywhere(Map.of(label.getKey(), label.getValue()))
                        .isEmpty());
  }
}
