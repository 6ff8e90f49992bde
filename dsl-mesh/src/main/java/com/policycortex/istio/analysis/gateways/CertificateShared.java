package com.policycortex.istio.analysis.gateways;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.Gateways;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.Server;
import com.policycortex.istio.model.networking.ServerTlsMode;
import com.policycortex.istio.model.networking.ServerTlsSettings;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Two servers share a certificate, so browsers share a connection between them. */
final class CertificateShared extends Check<Gateway> {

  CertificateShared() {
    super(
        Subject.of(Gateway.KIND),
        CheckInfo.warning("GW-CERTIFICATE-REUSED", "Two servers share a certificate")
            .meaning(
                "Another Gateway with the same selector, or one that asks for fewer labels, has a"
                    + " server on the same port with the same credentialName and other hosts.")
            .why(
                "A browser that has an HTTP/2 connection for one host uses it for each host that"
                    + " the certificate covers. Envoy has routes for the hosts of one server on a"
                    + " connection, and answers the others with 404.")
            .fix(
                "Put all hosts of the certificate into one server, or give each its own"
                    + " certificate")
            .codes("IST0138"));
  }

  @Override
  public void check(Gateway gateway, MeshView mesh, Report report) {
    for (int i = 0; i < gateway.servers().size(); i++) {
      Server server = gateway.servers().get(i);
      Optional<String> credential = credential(server);
      if (credential.isEmpty()) {
        continue;
      }
      for (Gateway other : mesh.gateways().withCredential(credential.get())) {
        if (other != gateway
            && Gateways.covers(other, gateway)
            && shares(other, server, credential.get())) {
          report
              .add(
                  "spec.servers[" + i + "].tls.credentialName",
                  "Gateway "
                      + Names.qualified(other)
                      + " has the certificate "
                      + credential.get()
                      + " for other hosts on port "
                      + server.port().number()
                      + ".")
              .at(server)
              .related(other, "spec.servers", "has the same certificate")
              .witness(
                  Witness.request(
                          "GET",
                          name(server.hosts().get(0)).replace("*", "a"),
                          "/",
                          "gets 404 on a connection that was opened for the other server's hosts")
                      .port((int) server.port().number()));
          break;
        }
      }
    }
  }

  private static boolean shares(Gateway other, Server server, String credential) {
    return other.servers().stream()
        .anyMatch(
            theirs ->
                theirs.port().number() == server.port().number()
                    && credential(theirs).equals(Optional.of(credential))
                    && !names(theirs).equals(names(server)));
  }

  private static Set<String> names(Server server) {
    return server.hosts().stream().map(CertificateShared::name).collect(Collectors.toSet());
  }

  // A host without the namespace from which it is served.
  private static String name(String host) {
    return host.substring(host.indexOf('/') + 1);
  }

  private static Optional<String> credential(Server server) {
    return server
        .tls()
        .filter(
            tls ->
                tls.mode().equals(Optional.of(ServerTlsMode.SIMPLE))
                    || tls.mode().equals(Optional.of(ServerTlsMode.MUTUAL)))
        .flatMap(ServerTlsSettings::credentialName)
        .filter(name -> !name.isEmpty());
  }
}
