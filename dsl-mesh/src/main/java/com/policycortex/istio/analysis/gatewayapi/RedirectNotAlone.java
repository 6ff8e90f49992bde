package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.ApiRoute;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.List;

/** A rule of an HTTPRoute redirects, and does something else with the same requests. */
final class RedirectNotAlone extends Check<RawManifest> {

  RedirectNotAlone() {
    super(
        Subject.raw(GatewayApi.GROUP, "HTTPRoute"),
        CheckInfo.error(
                "GWAPI-REDIRECT-NOT-ALONE", "A rule redirects and does something else as well")
            .meaning(
                "A rule of an HTTPRoute has a filter RequestRedirect, and backendRefs or a filter"
                    + " URLRewrite as well.")
            .why(
                "The API server refuses the whole route, by the rules of its definition. Where an"
                    + " old definition lets it pass, every request is redirected and none reaches a"
                    + " backend.")
            .fix("Leave the backendRefs out, or make two rules of it with different matches"));
  }

  @Override
  public void check(RawManifest route, MeshView mesh, Report report) {
    List<JsonObject> rules = new ApiRoute(route).rules();
    for (int i = 0; i < rules.size(); i++) {
      List<JsonObject> filters = Untyped.objects(rules.get(i), "filters");
      if (filters.isEmpty() || !hasField(filters, "requestRedirect")) {
        continue;
      }
      String path = "spec.rules[" + i + "]";
      if (!Untyped.objects(rules.get(i), "backendRefs").isEmpty()) {
        report.add(
            path + ".backendRefs",
            "The rule redirects its requests, and may have no backends beside that: the API server"
                + " refuses the route.");
      }
      if (hasField(filters, "urlRewrite")) {
        report
            .add(
                path + ".filters",
                "The rule redirects and rewrites, which are not allowed together: the API server"
                    + " refuses the route.")
            .hint("Let the redirect say the new host and path");
      }
    }
  }

  private static boolean hasField(List<JsonObject> filters, String field) {
    for (JsonObject filter : filters) {
      if (filter.fields().containsKey(field)) {
        return true;
      }
    }
    return false;
  }
}
