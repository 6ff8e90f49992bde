package com.policycortex.istio.analysis.calls;

import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.mesh.untyped.LabelSelectors;
import com.policycortex.istio.model.kubernetes.IntOrString;
import com.policycortex.istio.model.kubernetes.LabelSelector;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.model.kubernetes.NetworkPolicy;
import com.policycortex.istio.model.kubernetes.NetworkPolicyPeer;
import com.policycortex.istio.model.kubernetes.NetworkPolicyPort;
import com.policycortex.istio.model.kubernetes.PolicyType;
import com.policycortex.istio.model.kubernetes.PortProtocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What NetworkPolicies let through. Those that select a pod are joined: one that admits is enough.
 */
final class NetworkPolicies {

  private static final String NAME = "kubernetes.io/metadata.name";

  private NetworkPolicies() {}

  /** Those that select the pods of a workload and say something of a direction. */
  static List<NetworkPolicy> of(Workload workload, PolicyType direction, MeshView mesh) {
    return mesh.selecting(workload, workload.namespace(), NetworkPolicy.KIND).stream()
        .filter(policy -> LabelSelectors.matches(policy.podSelector(), workload.labels()))
        .filter(policy -> has(policy, direction))
        .toList();
  }

  private static boolean has(NetworkPolicy policy, PolicyType direction) {
    return policy.policyTypes().isEmpty()
        ? direction == PolicyType.Ingress || !policy.egress().isEmpty()
        : policy.policyTypes().contains(direction);
  }

  /** True if a peer may be the pods of a workload; what cannot be told counts as true. */
  static boolean mayBe(
      NetworkPolicyPeer peer, NetworkPolicy policy, Workload workload, MeshView mesh) {
    if (peer.ipBlock().isPresent()) {
      return true;
    }
    boolean namespace =
        peer.namespaceSelector().isPresent()
            ? mayBe(peer.namespaceSelector().get(), workload.namespace(), mesh)
            : workload.namespace().equals(Names.namespace(policy));
    return namespace
        && peer.podSelector()
            .map(selector -> LabelSelectors.matches(selector, workload.labels()))
            .orElse(true);
  }

  /** True if a selector may pick a namespace; true if the namespace's labels are not known. */
  static boolean mayBe(LabelSelector selector, String namespace, MeshView mesh) {
    Map<String, String> labels = new TreeMap<>();
    Optional<Namespace> manifest = mesh.namespace(namespace);
    manifest.ifPresent(known -> labels.putAll(known.metadata().labels()));
    labels.put(NAME, namespace);
    boolean onlyName =
        selector.matchExpressions().isEmpty() && Set.of(NAME).containsAll(labelsOf(selector));
    return LabelSelectors.matches(selector, labels) || (manifest.isEmpty() && !onlyName);
  }

  private static Set<String> labelsOf(LabelSelector selector) {
    return selector.matchLabels().keySet();
  }

  /** True if {@link #admits} says so, or a port has a name, which may be that of the port. */
  static boolean mayAdmit(List<NetworkPolicyPort> ports, int number) {
    return admits(ports, number)
        || ports.stream()
            .anyMatch(
                port -> port.port().filter(IntOrString.PortName.class::isInstance).isPresent());
  }

  /** True if one of the ports of a rule may be this TCP port; a rule without ports has all. */
  static boolean admits(List<NetworkPolicyPort> ports, int number) {
    return ports.isEmpty()
        || ports.stream()
            .filter(port -> port.protocol().orElse(PortProtocol.TCP) == PortProtocol.TCP)
            .anyMatch(port -> admits(port, number));
  }

  private static boolean admits(NetworkPolicyPort port, int number) {
    if (port.port().isEmpty()) {
      return true;
    }
    if (port.port().get() instanceof IntOrString.PortNumber from) {
      return port.endPort().isPresent()
          ? from.value() <= number && number <= port.endPort().get()
          : from.value() == number;
    }
    return false; // a name of a container's port
  }
}
