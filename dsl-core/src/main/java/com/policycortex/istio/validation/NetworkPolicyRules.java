package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.kubernetes.IntOrString;
import com.policycortex.istio.model.kubernetes.IpBlock;
import com.policycortex.istio.model.kubernetes.LabelSelector;
import com.policycortex.istio.model.kubernetes.LabelSelectorRequirement;
import com.policycortex.istio.model.kubernetes.NetworkPolicy;
import com.policycortex.istio.model.kubernetes.NetworkPolicyEgressRule;
import com.policycortex.istio.model.kubernetes.NetworkPolicyIngressRule;
import com.policycortex.istio.model.kubernetes.NetworkPolicyPeer;
import com.policycortex.istio.model.kubernetes.NetworkPolicyPort;

/** Kubernetes' NetworkPolicies: ports and networks. */
final class NetworkPolicyRules {

  private static final RuleSet<NetworkPolicyPort> PORT =
      RuleSet.of(NetworkPolicyPort.class)
          .error(
              "NP-PORT",
              Gate.API_SERVER,
              "Write a port from 1 to 65535, or the name of a container's port",
              (port, report) -> {
                IntOrString target = port.port().orElse(null);
                boolean bad =
                    (target instanceof IntOrString.PortNumber number
                            && !NumberRules.isPort(number.value()))
                        || (target instanceof IntOrString.PortName name
                            && !ServiceRules.isPortName(name.value()));
                if (bad) {
                  report.add("port", "The port is neither 1 to 65535 nor a name");
                }
              })
          .error(
              "NP-ENDPORT",
              Gate.API_SERVER,
              "Write a number from port to 65535, and port as a number",
              (port, report) -> {
                if (port.endPort().isEmpty()) {
                  return;
                }
                int end = port.endPort().get();
                if (!(port.port().orElse(null) instanceof IntOrString.PortNumber first)
                    || end < first.value()
                    || end > 65535) {
                  report.add("endPort", end + " does not end a range that port starts");
                }
              })
          .build();

  private static final RuleSet<NetworkPolicyPeer> PEER =
      RuleSet.of(NetworkPolicyPeer.class)
          .error(
              "NP-CIDR",
              Gate.API_SERVER,
              "Write a network such as 10.0.0.0/8",
              (peer, report) -> {
                if (peer.ipBlock().isEmpty()) {
                  return;
                }
                IpBlock block = peer.ipBlock().get();
                if (!IpAddresses.isNetwork(block.cidr())) {
                  report.add("ipBlock.cidr", Text.quote(block.cidr()) + " is not a network");
                }
                for (int i = 0; i < block.except().size(); i++) {
                  if (!IpAddresses.isNetwork(block.except().get(i))) {
                    report.add(
                        "ipBlock.except[" + i + "]",
                        Text.quote(block.except().get(i)) + " is not a network");
                  }
                }
              })
          .error(
              "NP-EXCEPT",
              Gate.API_SERVER,
              "Write a part of the network in cidr",
              (peer, report) -> {
                if (peer.ipBlock().isEmpty()) {
                  return;
                }
                IpBlock block = peer.ipBlock().get();
                for (int i = 0; i < block.except().size(); i++) {
                  if (!IpAddresses.isWithin(block.except().get(i), block.cidr())) {
                    report.add(
                        "ipBlock.except[" + i + "]",
                        Text.quote(block.except().get(i))
                            + " is not a part of "
                            + Text.quote(block.cidr()));
                  }
                }
              })
          .error(
              "NP-SELECTOR",
              Gate.API_SERVER,
              "Write labels as Kubernetes takes them, and In, NotIn, Exists or DoesNotExist",
              (peer, report) -> {
                if (peer.podSelector().isPresent()) {
                  selector("podSelector", peer.podSelector().get(), report);
                }
                if (peer.namespaceSelector().isPresent()) {
                  selector("namespaceSelector", peer.namespaceSelector().get(), report);
                }
              })
          .error(
              "NP-PEER-MIX",
              Gate.API_SERVER,
              "Write ipBlock and the selectors as two peers",
              (peer, report) -> {
                if (peer.ipBlock().isPresent()
                    && (peer.podSelector().isPresent() || peer.namespaceSelector().isPresent())) {
                  report.add("ipBlock", "There is a selector beside ipBlock");
                }
              })
          .error(
              "NP-PEER-EMPTY",
              Gate.API_SERVER,
              "Write podSelector, namespaceSelector or ipBlock",
              (peer, report) -> {
                if (peer.ipBlock().isEmpty()
                    && peer.podSelector().isEmpty()
                    && peer.namespaceSelector().isEmpty()) {
                  report.add("", "The peer says nothing");
                }
              })
          .build();

  private static final RuleSet<NetworkPolicyIngressRule> INGRESS =
      RuleSet.of(NetworkPolicyIngressRule.class)
          .each("ports", NetworkPolicyIngressRule::ports, PORT)
          .each("from", NetworkPolicyIngressRule::peers, PEER)
          .build();

  private static final RuleSet<NetworkPolicyEgressRule> EGRESS =
      RuleSet.of(NetworkPolicyEgressRule.class)
          .each("ports", NetworkPolicyEgressRule::ports, PORT)
          .each("to", NetworkPolicyEgressRule::peers, PEER)
          .build();

  static final RuleSet<NetworkPolicy> RULES =
      RuleSet.of(NetworkPolicy.class)
          .error(
              "NP-SELECTOR",
              Gate.API_SERVER,
              "Write labels as Kubernetes takes them, and In, NotIn, Exists or DoesNotExist",
              (policy, report) -> selector("podSelector", policy.podSelector(), report))
          .error(
              "NP-POLICY-TYPES",
              Gate.API_SERVER,
              "Write Ingress, Egress or both, each once",
              (policy, report) -> {
                if (policy.policyTypes().size() > 2) {
                  report.add("policyTypes", policy.policyTypes().size() + " types, more than 2");
                }
              })
          .each("ingress", NetworkPolicy::ingress, INGRESS)
          .each("egress", NetworkPolicy::egress, EGRESS)
          .build();

  private NetworkPolicyRules() {}

  private static void selector(String field, LabelSelector selector, Report report) {
    if (!MetadataRules.areLabels(selector.matchLabels())) {
      report.add(field + ".matchLabels", "Not all of these are labels: " + selector.matchLabels());
    }
    for (int i = 0; i < selector.matchExpressions().size(); i++) {
      if (!isGood(selector.matchExpressions().get(i))) {
        report.add(
            field + ".matchExpressions[" + i + "]",
            "The key is no label's, or the values do not go with the operator");
      }
    }
  }

  private static boolean isGood(LabelSelectorRequirement requirement) {
    boolean values = !requirement.values().isEmpty();
    return MetadataRules.isKey(requirement.key())
        && requirement.values().stream().allMatch(MetadataRules::isValue)
        && switch (requirement.operator()) {
          case "In", "NotIn" -> values;
          case "Exists", "DoesNotExist" -> !values;
          default -> false;
        };
  }
}
