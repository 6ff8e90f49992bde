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
                    + " the host, and the host is one of a ServiceEntry outside the mesh"
                    + " (MESH_EXTERNAL) without subjectAltNames, and of nothing else.")
            .why(
                "The server has no certificate of the mesh: the handshake fails, and each call gets"
                    + " 503.")
            .fix("Use the mode SIMPLE or MUTUAL with the server's certificate authority")
            .needs(Need.SERVICES));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    boolean mutual =
        rule.trafficPolicy()
            .flatMap(TrafficPolicy::tls)
            .flatMap(ClientTlsSettings::mode)
            .equals(Optional.of(ClientTlsMode.ISTIO_MUTUAL));
    List<MeshService> services =
        mutual ? mesh.services().withHost(DestinationRules.host(rule)) : List.of();
    if (!services.isEmpty() && services.stream().allMatch(MutualTlsToExternal::isOutside)) {
      MeshService service = services.get(0);
      int port = service.ports().isEmpty() ? 0 : (int) service.ports().get(0).number();
      report
          .add(
              "spec.trafficPolicy.tls.mode",
              service.host() + " is outside the mesh, and has no certificate of it.")
          .related(service.manifest(), "spec.location", "says that it is outside")
          .witness(Witness.connection(service.host(), port, "fails in the handshake"));
    }
  }

  private static boolean isOutside(MeshService service) {
    return service.isExternal()
        && service.manifest() instanceof ServiceEntry entry
        && entry.subjectAltNames().isEmpty();
  }
}
