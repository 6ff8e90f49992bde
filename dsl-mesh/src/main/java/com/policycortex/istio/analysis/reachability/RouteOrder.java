package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.matching.Attribute;
import com.policycortex.istio.matching.FirstMatch;
import com.policycortex.istio.matching.Request;
import com.policycortex.istio.matching.RequestSet;
import com.policycortex.istio.matching.RouteMatches;
import com.policycortex.istio.mesh.MergedRoutes.MergedRoute;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The HTTP matches of VirtualServices in the order in which a proxy tries them. */
final class RouteOrder {

  private final List<RoutedMatch> matches = new ArrayList<>();
  private final List<RequestSet> sets = new ArrayList<>();

  private RouteOrder() {}

  /** Those of one VirtualService, delegates in their places. */
  static RouteOrder of(VirtualService service, MeshView mesh) {
    RouteOrder order = new RouteOrder();
    order.addAll(
        service,
        mesh.virtualServices().merged(service).routes(),
        VirtualServices.gateways(service));
    return order;
  }

  /**
   * Those of several VirtualServices that a gateway joins for a host, in their order: what takes
   * everything goes behind all others, and ends its VirtualService.
   */
  static RouteOrder joined(List<VirtualService> services, String gateway, MeshView mesh) {
    RouteOrder order = new RouteOrder();
    RouteOrder last = new RouteOrder();
    for (VirtualService service : services) {
      RouteOrder own = new RouteOrder();
      own.addAll(service, mesh.virtualServices().merged(service).routes(), List.of(gateway));
      for (int i = 0; i < own.matches.size(); i++) {
        boolean everything = own.matches.get(i).takesEverything();
        (everything ? last : order).add(own.matches.get(i), own.sets.get(i));
        if (everything) {
          break;
        }
      }
    }
    order.matches.addAll(last.matches);
    order.sets.addAll(last.sets);
    return order;
  }

  private void addAll(
      VirtualService service, List<MergedRoute> routes, Collection<String> considered) {
    RouteMatches compiler = RouteMatches.of(VirtualServices.gateways(service)).among(considered);
    for (MergedRoute route : routes) {
      List<HttpMatchRequest> of = route.route().match();
      if (of.isEmpty()) {
        add(new RoutedMatch(service, route, -1), compiler.all());
      }
      for (int i = 0; i < of.size(); i++) {
        add(
            new RoutedMatch(service, route, i),
            set(compiler, of.get(i), Names.namespace(route.source())));
      }
    }
  }

  private static RequestSet set(RouteMatches compiler, HttpMatchRequest match, String namespace) {
    return compiler.of(
        match, match.gateways().stream().map(name -> Names.gateway(name, namespace)).toList());
  }

  private void add(RoutedMatch match, RequestSet set) {
    matches.add(match);
    sets.add(set);
  }

  List<RoutedMatch> matches() {
    return matches;
  }

  /** The requests of each match, in the same order. */
  List<RequestSet> sets() {
    return sets;
  }

  /** Who takes which request. */
  FirstMatch<RoutedMatch> firstMatch() {
    return FirstMatch.of(matches, sets);
  }

  /** What a request to this VirtualService is like where nothing is asked of it. */
  static Request plain(VirtualService service) {
    String host = service.hosts().isEmpty() ? "" : service.hosts().get(0);
    if (host.startsWith("*")) {
      host = host.length() > 2 && host.charAt(1) == '.' ? "www" + host.substring(1) : "";
    }
    return Request.get("/")
        .with(Attribute.AUTHORITY, host)
        .with(Attribute.GATEWAY, VirtualServices.gateways(service).get(0));
  }
}
