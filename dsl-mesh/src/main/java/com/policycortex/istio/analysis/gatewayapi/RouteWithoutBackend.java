package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.ApiRoute;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.List;

/** A rule of a route leads nowhere. */
final class RouteWithoutBackend extends Check<RawManifest> {

  RouteWithoutBackend() {
    super(
        Subject.raw(GatewayApi.GROUP, List.of("HTTPRoute", "GRPCRoute")),
        CheckInfo.warning("GWAPI-ROUTE-NO-BACKEND", "A rule of a route leads nowhere")
            .meaning(
                "A rule of an HTTPRoute or GRPCRoute has no backendRefs, or all of them have the"
                    + " weight 0, and it redirects nothing. Rules with filters of other"
                    + " controllers (ExtensionRef) are left alone, and so are routes of"
                    + " other controllers' Gateways.")
            .why("Every request that the rule takes is answered with 500.")
            .fix("Give the rule a backend with a weight, or let it redirect"));
  }

  @Override
  public void check(RawManifest route, MeshView mesh, Report report) {
    List<JsonObject> rules = new ApiRoute(route).rules();
    for (int i = 0; i < rules.size(); i++) {
      List<JsonObject> backends = Untyped.objects(rules.get(i), "backendRefs");
      if (hasWeight(backends) || answers(rules.get(i)) || mesh.gatewayApi().isLeftToOthers(route)) {
        continue;
      }
      String path = "spec.rules[" + i + "]";
      if (backends.isEmpty()) {
        report.add(path, "The rule has no backend: every request that it takes gets 500.");
      } else {
        Draft draft =
            report.add(
                path + ".backendRefs",
                backends.size() == 1
                    ? "The only backend has the weight 0: every request that the rule takes gets"
                        + " 500."
                    : "Each of the "
                        + backends.size()
                        + " backends has the weight 0: every request that the rule takes gets"
                        + " 500.");
        draft.hint("Give at least one backend a weight above 0");
      }
    }
  }

  private static boolean hasWeight(List<JsonObject> backends) {
    for (JsonObject backend : backends) {
      if (Untyped.number(backend, "weight").orElse(1L) != 0) {
        return true;
      }
    }
    return false;
  }

  // It redirects, or does what only another controller knows.
  private static boolean answers(JsonObject rule) {
    for (JsonObject filter : Untyped.objects(rule, "filters")) {
      String type = Untyped.text(filter, "type").orElse("");
      if (type.equals("RequestRedirect") || type.equals("ExtensionRef")) {
        return true;
      }
    }
    return false;
  }
}
