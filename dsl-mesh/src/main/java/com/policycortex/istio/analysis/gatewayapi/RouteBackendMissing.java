package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.GivenNames;
import com.policycortex.istio.analysis.check.GivenNamespaces;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.NearNames;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.ApiRoute;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.ServiceEntry;
import java.util.Optional;
import java.util.Set;

/** A route leads to what is not there, or may not be referred to. */
final class RouteBackendMissing extends Check<RawManifest> {

  // The groups of which Istio knows every kind.
  private static final Set<String> GROUPS = Set.of("", GatewayApi.GROUP, GatewayApi.ISTIO_GROUP);

  RouteBackendMissing() {
    super(
        Subject.raw(GatewayApi.GROUP, ApiRoute.KINDS),
        CheckInfo.error("GWAPI-ROUTE-BACKEND-MISSING", "A route leads to what is not there")
            .meaning(
                "A backendRef, or the backend of a mirror, names no Service, or a port that the"
                    + " Service does not have, or no port, or a kind that is no backend; or a"
                    + " Service of another namespace without a ReferenceGrant there that lets such"
                    + " routes of this namespace refer to it. A route whose parents are Services"
                    + " and ServiceEntries only needs no grant. A Hostname of Istio's group that no"
                    + " ServiceEntry has is a warning. So is a missing Service where an"
                    + " ApplicationSet of Argo CD may bring it, where another Service of its"
                    + " namespace is for pods that are not among the manifests, and for a Gateway"
                    + " of another controller than Istio's; where no Service of the namespace is"
                    + " given, or a chart is installed there, it is a hint. Which kinds are"
                    + " backends for another controller is not told.")
            .why(
                "Requests that the rule takes are answered with 500; without a port the whole route"
                    + " is left out.")
            .fix("Name a Service and port that are there, or grant the reference")
            .needs(Need.SERVICES)
            .codes("KIA1402"));
  }

  @Override
  public void check(RawManifest manifest, MeshView mesh, Report report) {
    ApiRoute route = new ApiRoute(manifest);
    boolean needsGrants = route.parents().stream().anyMatch(RouteBackendMissing::needsGrants);
    boolean others = mesh.gatewayApi().isLeftToOthers(manifest);
    for (ApiRoute.Reference backend : route.backends()) {
      if (backend.is("", "Service")) {
        boolean granted =
            !needsGrants
                || backend.namespace().equals(route.namespace())
                || Grants.allow(manifest.kindName(), route.namespace(), backend, mesh);
        service(route, backend, granted, others, mesh, report);
      } else if (!others) {
        kind(backend, mesh, report);
      }
    }
  }

  // istiod asks for grants on behalf of gateways only.
  private static boolean needsGrants(ApiRoute.Reference parent) {
    return !parent.is("", "Service") && !parent.is(GatewayApi.ISTIO_GROUP, "ServiceEntry");
  }

  private static void service(
      ApiRoute route,
      ApiRoute.Reference backend,
      boolean granted,
      boolean others,
      MeshView mesh,
      Report report) {
    Optional<Service> service = mesh.find(Service.KIND, backend.namespace(), backend.name());
    if (service.isEmpty()) {
      String host = Names.serviceHost(backend.name(), backend.namespace());
      if (!mesh.gatewayApi().isHostOfGateway(host)) {
        missing(backend, others, mesh, report);
      }
    } else if (!granted) {
      report.add(
          backend.path(),
          "No ReferenceGrant in "
              + backend.namespace()
              + " lets a "
              + route.manifest().kindName()
              + " of "
              + route.namespace()
              + " lead to "
              + backend.name()
              + ".");
    } else if (backend.port() == 0) {
      if (!others) {
        report.add(
            backend.path(),
            "The backend names no port, and istiod leaves out a route with such a backend.");
      }
    } else if (service.get().ports().stream().noneMatch(port -> port.port() == backend.port())) {
      report
          .add(
              backend.path(),
              "Service " + backend.qualifiedName() + " has no port " + backend.port() + ".")
          .related(service.get(), "spec.ports", "has other ports");
    }
  }

  private static void missing(
      ApiRoute.Reference backend, boolean others, MeshView mesh, Report report) {
    boolean certain = backend.name().indexOf('.') >= 0; // no Service can be called so
    Draft draft =
        report.add(
            backend.path(),
            "There is no Service "
                + backend.qualifiedName()
                + (certain ? "" : GivenNamespaces.doubt(backend.host(), mesh))
                + ".");
    if (certain) {
      draft.hint("Write the name of the Service, and its namespace as namespace, not its host");
      return;
    }
    boolean sure = !others && !ChartServices.areLikely(backend.namespace(), mesh);
    draft.severity(
        GivenNamespaces.severity(backend.host(), sure ? Severity.ERROR : Severity.WARNING, mesh));
    NearNames known = GivenNames.in(backend.namespace(), Service.KIND, mesh);
    known.nearest(backend.name()).ifPresent(near -> draft.hint("Name " + near));
    known
        .slip(backend.name())
        .ifPresent(
            slip ->
                draft.repair("Name " + slip, change -> change.set(backend.path() + ".name", slip)));
  }

  private static void hostname(ApiRoute.Reference backend, MeshView mesh, Report report) {
    if (mesh.services().withHost(backend.name()).isEmpty()) {
      report
          .add(backend.path(), "There is no service with the host " + backend.name() + ".")
          .severity(Severity.WARNING)
          .hint("Name a host of a ServiceEntry, as it is written there");
    } else if (backend.port() == 0) {
      report.add(
          backend.path(),
          "The backend names no port, and istiod leaves out a route with such a backend.");
    }
  }

  // What is a backend for another controller than Istio's is not known.
  private static void kind(ApiRoute.Reference backend, MeshView mesh, Report report) {
    if (backend.is(GatewayApi.ISTIO_GROUP, "Hostname")) {
      hostname(backend, mesh, report);
    } else if (GROUPS.contains(backend.group())) {
      unknown(backend, report);
    }
  }

  private static void unknown(ApiRoute.Reference backend, Report report) {
    Draft draft =
        report.add(
            backend.path(),
            backend.kind()
                + (backend.group().isEmpty()
                    ? ", a kind of Kubernetes' core group,"
                    : " of the group " + backend.group())
                + " is not a kind of backend that Istio knows.");
    if (backend.kind().equals("Service")) {
      draft
          .hint("Leave out the group, which is that of Kubernetes' own kinds")
          .repair("Leave out the group", change -> change.remove(backend.path() + ".group"));
    } else if (backend.kind().equals(ServiceEntry.KIND.name())) {
      draft.hint("Name the host: group: networking.istio.io, kind: Hostname, name: HOST");
    }
  }
}
