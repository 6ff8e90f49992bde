package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.mesh.ApiRoute;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.Optional;

/** What ReferenceGrants let others refer to. */
final class Grants {

  private Grants() {}

  /** True if manifests of a kind and namespace may refer to a target of another namespace. */
  static boolean allow(
      String fromKind, String fromNamespace, ApiRoute.Reference to, MeshView mesh) {
    for (RawManifest grant : mesh.gatewayApi().in(to.namespace(), "ReferenceGrant")) {
      JsonObject spec = Untyped.object(grant.body(), "spec");
      boolean from =
          Untyped.objects(spec, "from").stream()
              .anyMatch(
                  it ->
                      Untyped.text(it, "kind").equals(Optional.of(fromKind))
                          && Untyped.text(it, "group").orElse("").equals(GatewayApi.GROUP)
                          && Untyped.text(it, "namespace").equals(Optional.of(fromNamespace)));
      boolean target =
          Untyped.objects(spec, "to").stream()
              .anyMatch(
                  it ->
                      Untyped.text(it, "kind").equals(Optional.of(to.kind()))
                          && Untyped.text(it, "group").orElse("").equals(to.group())
                          && Untyped.text(it, "name")
                              .filter(name -> !name.isEmpty() && !name.equals(to.name()))
                              .isEmpty());
      if (from && target) {
        return true;
      }
    }
    return false;
  }
}
