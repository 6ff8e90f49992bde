package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.mesh.IstioNetworkGateway;
import com.policycortex.istio.model.mesh.MeshNetworks;
import com.policycortex.istio.model.mesh.Network;
import com.policycortex.istio.model.mesh.NetworkEndpoints;
import com.policycortex.istio.model.mesh.NetworkGatewayAddress;
import com.policycortex.istio.model.mesh.NetworkMembers;
import java.util.Optional;

/** MeshNetworks: who is in each network, and how it is entered. */
final class MeshNetworksRules {

  private static final RuleSet<NetworkEndpoints> ENDPOINTS =
      RuleSet.of(NetworkEndpoints.class)
          .error(
              "MN-CIDR",
              Gate.ISTIOD,
              "Write an IP, or a CIDR range such as 10.0.0.0/8",
              (endpoints, report) -> {
                if (endpoints.members().orElse(null) instanceof NetworkMembers.FromCidr cidr
                    && !IpAddresses.isSubnet(cidr.value())) {
                  report.add("fromCidr", Text.quote(cidr.value()) + " is no IP or CIDR range");
                }
              })
          .error(
              "MN-REGISTRY",
              Gate.ISTIOD,
              "Write the name of a cluster: letters, digits and -",
              (endpoints, report) -> {
                String problem =
                    endpoints.members().orElse(null) instanceof NetworkMembers.FromRegistry registry
                        ? DnsNames.problemWithLabel(registry.value())
                        : null;
                if (problem != null) {
                  report.add("fromRegistry", problem);
                }
              })
          .build();

  private static final RuleSet<IstioNetworkGateway> GATEWAY =
      RuleSet.of(IstioNetworkGateway.class)
          .error(
              "MN-GW-SERVICE",
              Gate.ISTIOD,
              "Write the host of a Service, such as gateway.istio-system.svc.cluster.local",
              (gateway, report) -> {
                String problem =
                    gateway.gateway().orElse(null)
                            instanceof NetworkGatewayAddress.RegistryServiceName service
                        ? DnsNames.problemWithFqdn(service.value())
                        : null;
                if (problem != null) {
                  report.add("registryServiceName", problem);
                }
              })
          .error(
              "MN-GW-ADDRESS",
              Gate.ISTIOD,
              "Write an IP or a host name",
              (gateway, report) -> {
                if (gateway.gateway().orElse(null) instanceof NetworkGatewayAddress.Address address
                    && !IpAddresses.isAddress(address.value())
                    && DnsNames.problemWithFqdn(address.value()) != null) {
                  report.add(
                      "address", Text.quote(address.value()) + " is neither an IP nor a host name");
                }
              })
          .rule(
              NumberRules.port(
                  "MN-GW-PORT",
                  Gate.ISTIOD,
                  "port",
                  gateway -> Optional.of(gateway.port().orElse(0L))))
          .build();

  private static final RuleSet<Network> NETWORK =
      RuleSet.of(Network.class)
          .each("endpoints", Network::endpoints, ENDPOINTS)
          .each("gateways", Network::gateways, GATEWAY)
          .build();

  static final RuleSet<MeshNetworks> RULES =
      RuleSet.of(MeshNetworks.class).entries("networks", MeshNetworks::networks, NETWORK).build();

  private MeshNetworksRules() {}
}
