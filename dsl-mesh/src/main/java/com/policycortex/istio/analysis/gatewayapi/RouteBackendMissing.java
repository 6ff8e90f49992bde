package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Suggestions;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.Service;
import java.util.List;
import java.util.Optional;

/** A route leads to what is not there, or may not be referred to. */
final class RouteBackendMissing extends Check<RawManifest> {

  RouteBackendMissing() {
    super(
        Subject.raw(GatewayApi.GROUP, ApiRoute.KINDS),
        CheckInfo.error("GWAPI-ROUTE-BACKEND-MISSING", "A route leads to what is not there")
            .meaning(
                "A backendRef, or the backend of a mirror, names no Service, or a port that the"
                    + " Service does not have, or a Service of another namespace without a"
                    + " ReferenceGrant there that lets such routes of this namespace refer to it.")
            .why("Requests that the rule takes are answered with 500.")
            .fix("Name a Service and port that are there, or grant the reference")
            .needs(Need.SERVICES)
            .codes("KIA1402"));
  }

  @Override
  public void check(RawManifest manifest, MeshView mesh, Report report) {
    ApiRoute route = new ApiRoute(manifest);
    for (ApiRoute.Reference backend : route.backends()) {
      if (!backend.kind().equals("Service") || !backend.group().isEmpty()) {
        continue;
      }
      Optional<Service> service = mesh.find(Service.KIND, backend.namespace(), backend.name());
      boolean foreign = !backend.namespace().equals(route.namespace());
      if (service.isEmpty()) {
        Draft draft =
            report.add(backend.path(), "There is no Service " + backend.qualifiedName() + ".");
        // Where no Service of the namespace is given, they may all be in other manifests.
        if (mesh.in(backend.namespace(), Service.KIND).isEmpty()) {
          draft.severity(Severity.WARNING);
        }
        List<String> known =
            mesh.in(backend.namespace(), Service.KIND).stream().map(Service::name).toList();
        Suggestions.nearest(backend.name(), known).ifPresent(near -> draft.hint("Name " + near));
        Suggestions.slip(backend.name(), known)
            .ifPresent(
                slip ->
                    draft.repair(
                        "Name " + slip, change -> change.set(backend.path() + ".name", slip)));
      } else if (foreign && !Grants.allow(manifest.kindName(), route.namespace(), backend, mesh)) {
        report.add(
            backend.path(),
            "No ReferenceGrant in "
                + backend.namespace()
                + " lets a "
                + manifest.kindName()
                + " of "
                + route.namespace()
                + " lead to "
                + backend.name()
                + ".");
      } else if (backend.port() > 0
          && service.get().ports().stream().noneMatch(port -> port.port() == backend.port())) {
        report
            .add(
                backend.path(),
                "Service " + backend.qualifiedName() + " has no port " + backend.port() + ".")
            .related(service.get(), "spec.ports", "has other ports");
      }
    }
  }
}
