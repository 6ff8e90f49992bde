package com.policycortex.istio.analysis.reachability;

import static com.policycortex.istio.model.networking.HttpMatchRequest.httpMatchRequest;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.matching.Attribute;
import com.policycortex.istio.matching.Request;
import com.policycortex.istio.matching.RequestSet;
import com.policycortex.istio.matching.RouteMatches;
import com.policycortex.istio.matching.text.Verdict;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Some requests for a service get to none of its rules. */
final class NoDefaultRoute extends Check<VirtualService> {

  private static final int MOST_SITUATIONS = 8;

  NoDefaultRoute() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.info("VS-NO-DEFAULT-ROUTE", "Some requests for a service match no rule")
            .meaning(
                "The VirtualService is for sidecars and for a host that a Service or ServiceEntry"
                    + " has, and there are requests that none of its rules holds for. Without the"
                    + " VirtualService the service would get them.")
            .why("Sidecars answer those requests with 404, also where nobody thought of them.")
            .fix("Add a last rule without a match that routes to the service")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.SERVICES));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    boolean everything = service.http().stream().anyMatch(route -> route.match().isEmpty());
    if (service.http().isEmpty() || everything || !VirtualServices.isForSidecars(service)) {
      return;
    }
    String namespace = Names.namespace(service);
    List<String> hosts = VirtualServices.hosts(service);
    Optional<MeshService> known =
        hosts.stream()
            .flatMap(host -> mesh.services().resolve(host, namespace).stream())
            .filter(to -> to.ports().stream().anyMatch(port -> port.protocol().isHttp()))
            .findFirst();
    if (known.isPresent()) {
      missed(service, mesh)
          .ifPresent(
              request ->
                  report
                      .add(
                          "spec.http",
                          "There are requests for "
                              + known.get().host()
                              + " that no rule holds for: sidecars answer them with 404")
                      .witness(
                          request
                              .with(Attribute.AUTHORITY, known.get().host())
                              .toWitness("is answered with 404")));
    }
  }

  // A request by a sidecar for which some rule stands, and none holds.
  private static Optional<Request> missed(VirtualService service, MeshView mesh) {
    RouteOrder order = RouteOrder.of(service, mesh);
    RouteMatches compiler = RouteMatches.of(VirtualServices.gateways(service));
    for (HttpMatchRequest situation : situations(order)) {
      RequestSet sent =
          compiler
              .of(httpMatchRequest(), List.of(Names.MESH))
              .and(compiler.of(situation, List.of()));
      RequestSet.Answer rest =
          sent.rest(order.sets(), RouteOrder.plain(service).with(Attribute.GATEWAY, Names.MESH));
      if (rest.verdict() == Verdict.YES) {
        return rest.request();
      }
    }
    return Optional.empty();
  }

  // Where a match is for one port or source, proxies elsewhere do not see the rule at all.
  private static Set<HttpMatchRequest> situations(RouteOrder order) {
    Set<HttpMatchRequest> all = new LinkedHashSet<>();
    for (RoutedMatch match : order.matches()) {
      if (match.match() >= 0 && all.size() < MOST_SITUATIONS) {
        HttpMatchRequest asks = match.rule().route().match().get(match.match());
        HttpMatchRequest situation = httpMatchRequest();
        if (asks.port().isPresent()) {
          situation = situation.port(asks.port().get());
        }
        if (asks.gateways().isEmpty()) {
          situation = situation.sourceLabels(asks.sourceLabels());
          if (asks.sourceNamespace().isPresent()) {
            situation = situation.sourceNamespace(asks.sourceNamespace().get());
          }
        }
        all.add(situation);
      }
    }
    return all;
  }
}
