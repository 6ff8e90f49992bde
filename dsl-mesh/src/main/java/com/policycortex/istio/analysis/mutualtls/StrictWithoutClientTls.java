package com.policycortex.istio.analysis.mutualtls;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.model.networking.ClientTlsMode;
import com.policycortex.istio.model.networking.ClientTlsSettings;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.TrafficPolicy;
import com.policycortex.istio.model.security.MutualTls;
import com.policycortex.istio.model.security.MutualTlsMode;
import com.policycortex.istio.model.security.PeerAuthentication;
import java.util.List;
import java.util.Optional;

/** STRICT is asked for, and nothing makes clients speak mutual TLS. */
final class StrictWithoutClientTls extends Check<PeerAuthentication> {

  StrictWithoutClientTls() {
    super(
        Subject.of(PeerAuthentication.KIND),
        CheckInfo.error("MTLS-STRICT-WITHOUT-CLIENT-TLS", "Nothing makes clients speak mutual TLS")
            .meaning(
                "Mutual TLS is STRICT for a namespace or the mesh, MeshConfig has enableAutoMtls:"
                    + " false, and no DestinationRule with a wildcard sets ISTIO_MUTUAL for those"
                    + " hosts.")
            .why("Clients connect without TLS, and every call fails with 503.")
            .fix("Switch automatic mutual TLS on, or add a DestinationRule with ISTIO_MUTUAL")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.MESH_CONFIG)
            .codes("KIA0401", "KIA0501"));
  }

  @Override
  public void check(PeerAuthentication policy, MeshView mesh, Report report) {
    if (mesh.settings().autoMtls()
        || !Policies.isForAll(policy)
        || !policy.mtls().flatMap(MutualTls::mode).equals(Optional.of(MutualTlsMode.STRICT))) {
      return;
    }
    String namespace = Names.namespace(policy);
    boolean forMesh = namespace.equals(mesh.rootNamespace());
    String wanted = forMesh ? "*.local" : "*." + namespace + ".svc.cluster.local";
    for (String host : List.of(wanted, "*.local", "*.cluster.local", "*.svc.cluster.local", "*")) {
      for (DestinationRule rule : mesh.destinationRules().withHost(host)) {
        if (speaksMutualTls(rule)) {
          return;
        }
      }
    }
    report.add(
        "spec.mtls.mode",
        "Automatic mutual TLS is switched off, and no DestinationRule for "
            + wanted
            + " sets ISTIO_MUTUAL: clients speak no TLS, which STRICT refuses.");
  }

  private static boolean speaksMutualTls(DestinationRule rule) {
    return rule.trafficPolicy()
        .flatMap(TrafficPolicy::tls)
        .flatMap(ClientTlsSettings::mode)
        .equals(Optional.of(ClientTlsMode.ISTIO_MUTUAL));
  }
}
