package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A gateway routes by claims of tokens that it does not read. */
final class ClaimRouteWithoutAuthentication extends Check<VirtualService> {

  private static final String CLAIMS = "@request.auth.claims";

  ClaimRouteWithoutAuthentication() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.error(
                "VS-JWT-CLAIM-ROUTE-NO-AUTHN", "A gateway routes by claims that it does not read")
            .meaning(
                "A match looks at a claim (@request.auth.claims.NAME or"
                    + " @request.auth.claims[NAME]), and no RequestAuthentication applies to a"
                    + " workload of a Gateway to which the VirtualService is bound.")
            .why(
                "The claim is never there: the rule matches no request, or every one with without.")
            .fix("Add a RequestAuthentication for the gateway's pods")
            .needs(Need.WORKLOADS, Need.GATEWAYS)
            .codes("IST0149"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    for (int i = 0; i < service.http().size(); i++) {
      List<HttpMatchRequest> matches = service.http().get(i).match();
      for (int j = 0; j < matches.size(); j++) {
        HttpMatchRequest match = matches.get(j);
        String path = "spec.http[" + i + "].match[" + j + "].";
        String found =
            claim(match.headers().keySet(), path + "headers")
                .or(() -> claim(match.withoutHeaders().keySet(), path + "withoutHeaders"))
                .orElse("");
        if (!found.isEmpty()) {
          report(service, service.http().get(i), found, mesh, report);
          return;
        }
      }
    }
  }

  private static void report(
      VirtualService service, HttpRoute rule, String path, MeshView mesh, Report report) {
    for (String name : VirtualServices.gateways(service)) {
      Optional<Gateway> gateway = mesh.find(Gateway.KIND, name);
      if (gateway.isEmpty()) {
        continue;
      }
      for (Workload workload : mesh.gateways().workloads(gateway.get())) {
        if (mesh.policies().requestAuthentications(workload).isEmpty()) {
          report
              .add(
                  path,
                  "No RequestAuthentication is for " + workload + ", which routes by the claim.")
              .at(rule)
              .related(gateway.get(), "spec.selector", "is on this workload");
          return;
        }
      }
    }
  }

  // The field of the first claim.
  private static Optional<String> claim(Set<String> names, String path) {
    return names.stream()
        .filter(name -> name.startsWith(CLAIMS + ".") || name.startsWith(CLAIMS + "["))
        .findFirst()
        .map(name -> path);
  }
}
