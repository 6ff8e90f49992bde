package com.policycortex.istio.analysis.gateways;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.GivenNames;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.SecretSources;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.NearNames;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.kubernetes.Secret;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.Server;
import com.policycortex.istio.model.networking.ServerTlsSettings;
import java.util.Optional;
import java.util.Set;

/** A server's certificate is not where its gateway looks for it. */
final class CredentialMissing extends Check<Gateway> {

  private static final String CA_SUFFIX = "-cacert";

  CredentialMissing() {
    super(
        Subject.of(Gateway.KIND),
        CheckInfo.error("GW-SECRET-MISSING", "A server has no certificate")
            .meaning(
                "The Secret of a server's credentialName is not in the namespace of the gateway's"
                    + " workloads, where alone it is looked for, though Secrets are among the"
                    + " manifests. It is a warning where no certificates of that namespace are, and"
                    + " nothing where a Certificate of cert-manager, a SealedSecret or an"
                    + " ExternalSecret makes it.")
            .why("The gateway cannot serve TLS for these hosts: each connection is reset.")
            .fix(
                "Put the Secret into the namespace of the gateway's pods, or name one that is"
                    + " there")
            .needs(Need.SECRETS, Need.WORKLOADS)
            .codes("IST0101"));
  }

  @Override
  public void check(Gateway gateway, MeshView mesh, Report report) {
    Set<String> namespaces = mesh.gateways().namespaces(gateway);
    for (int i = 0; i < gateway.servers().size(); i++) {
      Server server = gateway.servers().get(i);
      if (server.tls().isEmpty()) {
        continue;
      }
      ServerTlsSettings tls = server.tls().get();
      String path = "spec.servers[" + i + "].tls.";
      if (tls.credentialName().isPresent()) {
        check(
            tls.credentialName().get(), path + "credentialName", server, namespaces, mesh, report);
      }
      for (int j = 0; j < tls.credentialNames().size(); j++) {
        String name = tls.credentialNames().get(j);
        check(name, path + "credentialNames[" + j + "]", server, namespaces, mesh, report);
      }
    }
  }

  private static void check(
      String name,
      String path,
      Server server,
      Set<String> namespaces,
      MeshView mesh,
      Report report) {
    // builtin:// and kubernetes-gateway:// say themselves where to look.
    if (name.isEmpty() || name.contains("://")) {
      return;
    }
    for (String namespace : namespaces) {
      if (!SecretSources.makes(namespace, name, mesh)
          && mesh.find(Secret.KIND, namespace, name).isEmpty()
          && mesh.find(Secret.KIND, namespace, name + CA_SUFFIX).isEmpty()) {
        Draft draft =
            report
                .add(
                    path,
                    "There is no Secret "
                        + namespace
                        + "/"
                        + name
                        + ": the gateway resets connections to "
                        + server.hosts()
                        + ".")
                .at(server);
        NearNames known = GivenNames.in(namespace, Secret.KIND, mesh);
        draft.meant(name, known);
        Optional<Secret> elsewhere =
            GivenNames.called(name, Secret.KIND, mesh).stream().findFirst();
        elsewhere.ifPresent(
            secret -> draft.related(secret, "", "has the name, in another namespace"));
        if (elsewhere.isEmpty()
            && known.nearest(name).isEmpty()
            && !SecretSources.areGiven(namespace, mesh)) {
          draft.severity(Severity.WARNING);
        }
        return;
      }
    }
  }
}
