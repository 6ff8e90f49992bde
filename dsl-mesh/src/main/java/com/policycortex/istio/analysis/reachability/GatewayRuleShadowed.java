package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.matching.Attribute;
import com.policycortex.istio.matching.FirstMatch;
import com.policycortex.istio.matching.FirstMatch.Reach;
import com.policycortex.istio.matching.Request;
import com.policycortex.istio.matching.text.Verdict;
import com.policycortex.istio.mesh.MergedRoutes.MergedRoute;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Precedence;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** At a gateway the rules of another VirtualService take all requests of a rule. */
final class GatewayRuleShadowed extends Check<VirtualService> {

  // More than that on one host are not compared: the work would grow with their square.
  private static final int MOST_OTHERS = 50;

  GatewayRuleShadowed() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning(
                "VS-GATEWAY-RULE-SHADOWED",
                "At a gateway another VirtualService takes all requests of a rule")
            .meaning(
                "A gateway joins the rules of all VirtualServices that have the same host: the"
                    + " oldest VirtualService's first, then by name; rules that take everything go"
                    + " behind all others. Those of VirtualServices that come first take every"
                    + " request of this rule. Looks at the first 50 others of a host.")
            .why(
                "The rule never routes anything for that host. Its requests go where the other"
                    + " VirtualService leads, which may be another team's.")
            .fix("Give the two different paths or hosts, or put both rules into one VirtualService")
            .codes("KIA1106"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    List<String> hosts = VirtualServices.hosts(service);
    if (hosts.isEmpty()) {
      return;
    }
    boolean[] reported = new boolean[service.http().size()];
    for (String gateway : VirtualServices.gateways(service)) {
      if (!gateway.equals(Names.MESH)) {
        for (int i = 0; i < hosts.size(); i++) {
          List<VirtualService> before = before(service, hosts.get(i), gateway, mesh);
          if (!before.isEmpty()) {
            before.add(service);
            FirstMatch<RoutedMatch> order = RouteOrder.joined(before, gateway, mesh).firstMatch();
            new AtGateway(service, gateway, service.hosts().get(i), order).report(reported, report);
          }
        }
      }
    }
  }

  // Those with the same host on the same gateway that come first.
  private static List<VirtualService> before(
      VirtualService service, String host, String gateway, MeshView mesh) {
    List<VirtualService> before = new ArrayList<>();
    for (VirtualService other : mesh.virtualServices().withHost(host)) {
      if (other == service || before.size() == MOST_OTHERS) {
        break;
      }
      if (VirtualServices.gateways(other).contains(gateway)
          && mesh.virtualServices().exportTo(other).contains("*")
          && Precedence.ORDER.compare(other, service) < 0) {
        before.add(other);
      }
    }
    return before;
  }

  /** One host at one gateway. */
  private record AtGateway(
      VirtualService service, String gateway, String host, FirstMatch<RoutedMatch> order) {

    void report(boolean[] reported, Report report) {
      Map<MergedRoute, List<Integer>> rules = new LinkedHashMap<>();
      for (int i = 0; i < order.size(); i++) {
        if (order.value(i).service() == service) {
          rules.computeIfAbsent(order.value(i).rule(), rule -> new ArrayList<>()).add(i);
        }
      }
      for (Map.Entry<MergedRoute, List<Integer>> rule : rules.entrySet()) {
        if (!reported[rule.getKey().rootIndex()]) {
          reported[rule.getKey().rootIndex()] = rule(rule.getKey(), rule.getValue(), report);
        }
      }
    }

    private boolean rule(MergedRoute rule, List<Integer> positions, Report report) {
      Request plain =
          RouteOrder.plain(service)
              .with(Attribute.AUTHORITY, host.startsWith("*") ? "" : host)
              .with(Attribute.GATEWAY, gateway);
      Reach shadow = null;
      RoutedMatch other = null;
      for (int position : positions) {
        Reach reach = order.reach(position, plain);
        if (reach.left().verdict() != Verdict.NO) {
          return false;
        }
        if (reach.any().verdict() == Verdict.YES) {
          shadow = shadow == null ? reach : shadow;
          for (int taker : reach.takers()) {
            // What its own rules take is not the other's doing.
            if (other == null && order.value(taker).service() != service) {
              other = order.value(taker);
            }
          }
        }
      }
      if (shadow == null || other == null) {
        return false;
      }
      finding(rule, shadow, other, report);
      return true;
    }

    private void finding(MergedRoute rule, Reach reach, RoutedMatch other, Report report) {
      VirtualService first = other.service();
      Draft draft =
          report
              .add(
                  "spec.http[" + rule.rootIndex() + "]",
                  "At gateway "
                      + gateway
                      + " no request for "
                      + host
                      + " reaches this rule: "
                      + first.resourceId()
                      + " comes first ("
                      + Precedence.reason(first, service)
                      + ") and takes all of them")
              .at(service.http().get(rule.rootIndex()))
              .related(other.rule().source(), other.path(), "comes first, and takes such requests");
      Optional<Request> request = reach.any().request();
      Optional<RoutedMatch> taker = request.flatMap(order::first).map(order::value);
      if (taker.isPresent()) {
        draft.witness(
            request
                .get()
                .toWitness(
                    Outcomes.of(taker.get().rule().route())
                        + ", by "
                        + Outcomes.place(taker.get().path())
                        + " of "
                        + taker.get().rule().source().resourceId()));
      }
    }
  }
}
