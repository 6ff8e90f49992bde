package com.policycortex.istio.analysis.destination;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.model.networking.ClientTlsMode;
import com.policycortex.istio.model.networking.ClientTlsSettings;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.TrafficPolicy;
import java.util.Optional;

/** A client speaks TLS without a CA that it was given. */
final class TlsWithoutCa extends Check<DestinationRule> {

  TlsWithoutCa() {
    super(
        Subject.of(DestinationRule.KIND),
        CheckInfo.info("DR-TLS-NO-CA", "A server's certificate is held against the system's CAs")
            .meaning(
                "tls has mode SIMPLE or MUTUAL, and names no caCertificates and no credentialName"
                    + " that the client gets (a sidecar gets one only where the rule has a"
                    + " workloadSelector), and verification is not switched off. The proxy then"
                    + " trusts the CAs of its image; releases of Istio before 1.24 verified nothing"
                    + " unless told to. Where a credentialName names a Secret and the rule has no"
                    + " workloadSelector, sidecars do worse: istiod leaves TLS out of what they"
                    + " get, whatever else tls says, and they send plain text. Gateways do not.")
            .why(
                "A server whose certificate is of a private CA is refused with 503, and in an old"
                    + " release any server is taken for the right one. What goes out as plain text,"
                    + " anybody on the way can read, and a port for TLS refuses it.")
            .fix("Name the CA in caCertificates, or in a credential with a workloadSelector")
            .codes("IST0128", "IST0129"));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    if (rule.trafficPolicy().isPresent()) {
      check(rule.trafficPolicy().get(), "spec.trafficPolicy", rule, mesh, report);
    }
    for (int i = 0; i < rule.subsets().size(); i++) {
      Optional<TrafficPolicy> policy = rule.subsets().get(i).trafficPolicy();
      if (policy.isPresent()) {
        check(policy.get(), "spec.subsets[" + i + "].trafficPolicy", rule, mesh, report);
      }
    }
  }

  private static void check(
      TrafficPolicy policy, String path, DestinationRule rule, MeshView mesh, Report report) {
    if (policy.tls().isPresent()) {
      check(policy.tls().get(), path + ".tls", rule, mesh, report);
    }
    for (int i = 0; i < policy.portLevelSettings().size(); i++) {
      Optional<ClientTlsSettings> tls = policy.portLevelSettings().get(i).tls();
      if (tls.isPresent()) {
        check(tls.get(), path + ".portLevelSettings[" + i + "].tls", rule, mesh, report);
      }
    }
  }

  private static void check(
      ClientTlsSettings tls, String path, DestinationRule rule, MeshView mesh, Report report) {
    ClientTlsMode mode = tls.mode().orElse(ClientTlsMode.DISABLE);
    boolean verifies = mode == ClientTlsMode.SIMPLE || mode == ClientTlsMode.MUTUAL;
    boolean hasCredential =
        !tls.credentialName().orElse("").isEmpty() && rule.workloadSelector().isPresent();
    if (verifies && rule.workloadSelector().isEmpty() && isOfSecret(tls)) {
      plainText(tls, path, rule, mesh, report);
    } else if (verifies
        && tls.caCertificates().orElse("").isEmpty()
        && !hasCredential
        && !tls.insecureSkipVerify().orElse(false)) {
      report
          .add(
              path,
              "Clients of "
                  + rule.host()
                  + " hold the server's certificate against the CAs of the proxy's image.")
          .at(tls);
    }
  }

  private static boolean isOfSecret(ClientTlsSettings tls) {
    String credential = tls.credentialName().orElse("");
    return !credential.isEmpty() && !credential.startsWith("configmap://");
  }

  // No more than a hint where the clients may be gateways, which do get the Secret.
  private static void plainText(
      ClientTlsSettings tls, String path, DestinationRule rule, MeshView mesh, Report report) {
    boolean sidecars =
        mesh.workloads().in(Names.namespace(rule)).stream()
            .anyMatch(workload -> mesh.workloads().proxy(workload) == Proxy.SIDECAR);
    report
        .add(
            path + ".credentialName",
            "Sidecars get no Secret by a rule without workloadSelector: istiod leaves out their TLS"
                + " to "
                + rule.host()
                + ", and they send plain text.")
        .at(tls)
        .hint(
            "Select the clients by a workloadSelector, and let their service account read the"
                + " Secret; or name files in caCertificates, clientCertificate and privateKey")
        .severity(sidecars ? Severity.WARNING : Severity.INFO);
  }
}
