package com.policycortex.istio.analysis.mutualtls;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.DestinationRules;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.networking.ClientTlsMode;
import com.policycortex.istio.model.networking.ClientTlsSettings;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.PortSelector;
import com.policycortex.istio.model.networking.PortTrafficPolicy;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.TrafficPolicy;
import java.util.List;
import java.util.Optional;

/** Clients show Istio's certificate to a server outside the mesh. */
final class MutualTlsToExternal extends Check<DestinationRule> {

  MutualTlsToExternal() {
    super(
        Subject.of(DestinationRule.KIND),
        CheckInfo.error("MTLS-TO-EXTERNAL", "Istio's mutual TLS is spoken to a server outside")
            .meaning(
                "A DestinationRule, for exactly its host, sets the TLS mode ISTIO_MUTUAL for all of"
                    + " the host, or for one of its ports, and the host is one of a ServiceEntry outside the mesh"
                    + " (MESH_EXTERNAL) without subjectAltNames, and of nothing else.")
            .why(
                "The server has no certificate of the mesh: the handshake fails, and each call gets"
                    + " 503.")
            .fix("Use the mode SIMPLE or MUTUAL with the server's certificate authority")
            .needs(Need.SERVICES));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    if (rule.trafficPolicy().isEmpty()) {
      return;
    }
    TrafficPolicy policy = rule.trafficPolicy().get();
    if (isMutual(policy.tls())) {
      check(rule, "spec.trafficPolicy", 0, mesh, report);
    }
    for (int i = 0; i < policy.portLevelSettings().size(); i++) {
      PortTrafficPolicy port = policy.portLevelSettings().get(i);
      long number = port.port().flatMap(PortSelector::number).orElse(0L);
      if (number != 0 && isMutual(port.tls())) {
        String path = "spec.trafficPolicy.portLevelSettings[" + i + "]";
        check(rule, path, number, mesh, report);
      }
    }
  }

  private static boolean isMutual(Optional<ClientTlsSettings> tls) {
    return tls.flatMap(ClientTlsSettings::mode).equals(Optional.of(ClientTlsMode.ISTIO_MUTUAL));
  }

  // The port is 0 for all of the host.
  private static void check(
      DestinationRule rule, String path, long port, MeshView mesh, Report report) {
    List<MeshService> services = mesh.services().withHost(DestinationRules.host(rule));
    boolean outside =
        !services.isEmpty() && services.stream().allMatch(MutualTlsToExternal::isOutside);
    if (!outside || (port != 0 && services.stream().noneMatch(it -> it.port(port).isPresent()))) {
      return;
    }
    MeshService service = services.get(0);
    long called = port != 0 || service.ports().isEmpty() ? port : service.ports().get(0).number();
    report
        .add(
            path + ".tls.mode",
            service.host() + " is outside the mesh, and has no certificate of it.")
        .related(service.manifest(), "spec.location", "says that it is outside")
        .witness(Witness.connection(service.host(), (int) called, "fails in the handshake"));
  }

  private static boolean isOutside(MeshService service) {
    return service.isExternal()
        && service.manifest() instanceof ServiceEntry entry
        && entry.subjectAltNames().isEmpty();
  }
}
