package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.SecretSources;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.ApiGateway;
import com.policycortex.istio.mesh.ApiRoute;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.Secret;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.List;

/** A listener's certificate cannot be had. */
final class CertificateUnusable extends Check<RawManifest> {

  CertificateUnusable() {
    super(
        Subject.raw(GatewayApi.GROUP, "Gateway"),
        CheckInfo.error("GWAPI-CERTIFICATE-UNUSABLE", "A listener's certificate cannot be had")
            .meaning(
                "A listener that ends TLS names a Secret in another namespace, and no"
                    + " ReferenceGrant there lets Gateways of its namespace refer to it; or it"
                    + " names no certificate at all; or the Secret is not there, though Secrets of"
                    + " its namespace are among the manifests, and no Certificate of cert-manager,"
                    + " SealedSecret or ExternalSecret makes it. That is a warning where no"
                    + " certificates of the namespace are among the manifests.")
            .why("istiod does not program the listener: connections to it are reset.")
            .fix("Put the Secret beside the Gateway, or grant the reference"));
  }

  @Override
  public void check(RawManifest gateway, MeshView mesh, Report report) {
    String own = Names.namespace(gateway);
    boolean others = mesh.gatewayApi().isOfAnother(gateway); // may have it from an annotation
    for (ApiGateway.Listener listener : new ApiGateway(gateway).listeners()) {
      JsonObject tls = Untyped.object(listener.body(), "tls");
      boolean ends =
          (listener.protocol().equals("HTTPS") || listener.protocol().equals("TLS"))
              && Untyped.text(tls, "mode").orElse("Terminate").equals("Terminate");
      if (!ends) {
        continue;
      }
      List<JsonObject> references = Untyped.objects(tls, "certificateRefs");
      if (!others && references.isEmpty() && Untyped.object(tls, "options").fields().isEmpty()) {
        report.add(listener.path(), "The listener " + listener.name() + " has no certificate.");
      }
      for (int i = 0; i < references.size(); i++) {
        String path = listener.path() + ".tls.certificateRefs[" + i + "]";
        check(references.get(i), path, own, mesh, report);
      }
    }
  }

  private static void check(
      JsonObject reference, String path, String own, MeshView mesh, Report report) {
    String kind = Untyped.text(reference, "kind").orElse("Secret");
    String namespace = Untyped.text(reference, "namespace").orElse(own);
    String name = Untyped.text(reference, "name").orElse("");
    if (!kind.equals("Secret")) {
      return;
    }
    ApiRoute.Reference to = new ApiRoute.Reference(path, "", kind, namespace, name, "", 0);
    if (!namespace.equals(own) && !Grants.allow("Gateway", own, to, mesh)) {
      report.add(
          path,
          "No ReferenceGrant in "
              + namespace
              + " lets Gateways of "
              + own
              + " use the Secret "
              + name
              + ".");
    } else if (!mesh.in(namespace, Secret.KIND).isEmpty()
        && !SecretSources.makes(namespace, name, mesh)
        && mesh.find(Secret.KIND, namespace, name).isEmpty()) {
      report
          .add(path, "There is no Secret " + to.qualifiedName() + ".")
          .severity(SecretSources.areGiven(namespace, mesh) ? Severity.ERROR : Severity.WARNING);
    }
  }
}
