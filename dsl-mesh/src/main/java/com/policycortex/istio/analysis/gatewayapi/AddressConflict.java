package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.ApiGateway;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.List;
import java.util.Optional;

/** Two Gateways want the same address. */
final class AddressConflict extends Check<RawManifest> {

  AddressConflict() {
    super(
        Subject.raw(GatewayApi.GROUP, "Gateway"),
        CheckInfo.warning("GWAPI-ADDRESS-CONFLICT", "Two Gateways want the same address")
            .meaning("An address in spec.addresses is that of another Gateway too.")
            .why("One of the two does not get it, and nobody reaches its listeners.")
            .fix("Give each Gateway an address of its own")
            .codes("KIA1502"));
  }

  @Override
  public void check(RawManifest gateway, MeshView mesh, Report report) {
    List<JsonObject> addresses = new ApiGateway(gateway).addresses();
    for (int i = 0; i < addresses.size(); i++) {
      String type = Untyped.text(addresses.get(i), "type").orElse("IPAddress");
      String value = Untyped.text(addresses.get(i), "value").orElse("");
      Optional<RawManifest> other =
          value.isEmpty()
              ? Optional.empty()
              : mesh.gatewayApi().withAddress(type, value).stream()
                  .filter(it -> it != gateway)
                  .findFirst();
      if (other.isPresent()) {
        report
            .add(
                "spec.addresses[" + i + "].value",
                "Gateway " + Names.qualified(other.get()) + " wants " + value + " as well.")
            .related(other.get(), "spec.addresses", "wants the same");
      }
    }
  }
}
