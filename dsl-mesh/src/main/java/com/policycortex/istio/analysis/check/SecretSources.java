package com.policycortex.istio.analysis.check;

import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.Secret;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a Secret of certificates comes from. Secrets are seldom kept among manifests: somebody
 * makes them in the cluster, and what is there says so at best.
 */
public final class SecretSources {

  private static final String TLS = "kubernetes.io/tls";

  private SecretSources() {}

  /**
   * True if a manifest makes a Secret of this name: a Certificate of cert-manager, a SealedSecret,
   * or an ExternalSecret.
   */
  public static boolean makes(String namespace, String name, MeshView mesh) {
    return Stream.of(
            mesh.allRaw("cert-manager.io", "Certificate"),
            mesh.allRaw("bitnami.com", "SealedSecret"),
            mesh.allRaw("external-secrets.io", "ExternalSecret"))
        .flatMap(List::stream)
        .filter(source -> source.namespace().orElse(namespace).equals(namespace))
        .anyMatch(source -> name(source).equals(name));
  }

  /** True if the certificates of a namespace are among the manifests, so that others would be. */
  public static boolean areGiven(String namespace, MeshView mesh) {
    return mesh.in(namespace, Secret.KIND).stream()
        .anyMatch(
            secret ->
                secret.type().filter(TLS::equals).isPresent()
                    || secret.data().containsKey("tls.crt")
                    || secret.stringData().containsKey("tls.crt"));
  }

  private static String name(RawManifest source) {
    JsonObject spec = Untyped.object(source.body(), "spec");
    return Untyped.text(spec, "secretName")
        .or(() -> Untyped.text(Untyped.object(spec, "target"), "name"))
        .orElse(source.name());
  }
}
