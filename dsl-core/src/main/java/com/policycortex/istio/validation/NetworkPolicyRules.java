package com.policycortex.istio.validation;

import com.policycortex.istio.model.kubernetes.IntOrString;
import com.policycortex.istio.model.kubernetes.IpBlock;
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
                if (!IpAddresses.isPrefix(block.cidr())) {
                  report.add("ipBlock.cidr", Text.quote(block.cidr()) + " is not a network");
                }
                for (int i = 0; i < block.except().size(); i++) {
                  if (!IpAddresses.isPrefix(block.except().get(i))) {
                    report.add(
                        "ipBlock.except[" + i + "]",
                        Text.quote(block.except().get(i)) + " is not a network");
                  }
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
          .each("ingress", NetworkPolicy::ingress, INGRESS)
          .each("egress", NetworkPolicy::egress, EGRESS)
          .build();

  private NetworkPolicyRules() {}
}
