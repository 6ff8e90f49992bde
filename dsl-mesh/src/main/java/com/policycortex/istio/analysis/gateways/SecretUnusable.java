package com.policycortex.istio.analysis.gateways;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.kubernetes.Secret;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.ServerTlsMode;
import com.policycortex.istio.model.networking.ServerTlsSettings;
import java.util.Optional;
import java.util.Set;

/** The Secret of a server holds no certificate. */
final class SecretUnusable extends Check<Gateway> {

  SecretUnusable() {
    super(
        Subject.of(Gateway.KIND),
        CheckInfo.error("GW-SECRET-INVALID", "The Secret of a server holds no certificate")
            .meaning(
                "The Secret of a server's credentialName is there, in the namespace of the"
                    + " gateway's workloads, and lacks a certificate or its key (tls.crt and"
                    + " tls.key, or cert and key), or one of them is empty or cannot be read; or"
                    + " the server asks for certificates of clients (MUTUAL), and there is no CA to"
                    + " hold them against: neither ca.crt (or cacert) in it, nor a Secret of its"
                    + " name and -cacert, nor a caCertCredentialName."
                    + " Whether a certificate is still valid is not looked at.")
            .why("The gateway cannot serve TLS for these hosts: each connection is reset.")
            .fix("Put tls.crt and tls.key into the Secret")
            .needs(Need.SECRETS, Need.WORKLOADS)
            .codes("IST0161"));
  }

  @Override
  public void check(Gateway gateway, MeshView mesh, Report report) {
    Set<String> namespaces = mesh.gateways().namespaces(gateway);
    for (int i = 0; i < gateway.servers().size(); i++) {
      Optional<ServerTlsSettings> tls = gateway.servers().get(i).tls();
      String name = tls.flatMap(ServerTlsSettings::credentialName).orElse("");
      if (name.isEmpty() || name.contains("://")) {
        continue;
      }
      for (String namespace : namespaces) {
        Optional<Secret> secret = mesh.find(Secret.KIND, namespace, name);
        Optional<String> unusable = secret.flatMap(Certificates::problem);
        Optional<String> problem =
            unusable.isEmpty() && asksForClients(tls.get())
                ? secret.flatMap(it -> Certificates.problemOfClients(it, mesh))
                : unusable;
        if (secret.isPresent() && problem.isPresent()) {
          Draft draft =
              report
                  .add(
                      "spec.servers[" + i + "].tls.credentialName",
                      "The Secret " + namespace + "/" + name + " " + problem.get() + ".")
                  .related(secret.get(), "data", problem.get());
          if (unusable.isEmpty()) {
            draft
                .severity(Severity.WARNING) // the Secret of the CA may be made elsewhere
                .hint(
                    "Put the CA of the clients into the Secret as ca.crt, or into a Secret "
                        + name
                        + "-cacert");
          }
          return;
        }
      }
    }
  }

  private static boolean asksForClients(ServerTlsSettings tls) {
    boolean mutual =
        tls.mode()
            .filter(mode -> mode == ServerTlsMode.MUTUAL || mode == ServerTlsMode.OPTIONAL_MUTUAL)
            .isPresent();
    return mutual && tls.caCertCredentialName().orElse("").isEmpty();
  }
}
