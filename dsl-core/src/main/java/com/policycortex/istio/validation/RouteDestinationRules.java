package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.Destination;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import com.policycortex.istio.model.networking.PortSelector;
import com.policycortex.istio.model.networking.RouteDestination;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where routes lead: destinations and weights. */
final class RouteDestinationRules {

  private static final RuleSet<Destination> ROUTED = destination(true);
  private static final RuleSet<Destination> MIRRORED = destination(false);

  /** A destination of an HTTP route. */
  static final RuleSet<HttpRouteDestination> HTTP =
      RuleSet.of(HttpRouteDestination.class)
          .rule(
              NumberRules.notNegative(
                  "VS-DEST-WEIGHT", Gate.ISTIOD, "weight", HttpRouteDestination::weight))
          .always("destination", HttpRouteDestination::destination, ROUTED)
          .part("headers", HttpRouteDestination::headers, HeaderOperationRules.RULES)
          .build();

  /** A destination of a TCP or TLS route. */
  static final RuleSet<RouteDestination> L4 =
      RuleSet.of(RouteDestination.class)
          .rule(
              NumberRules.notNegative(
                  "VS-DEST-WEIGHT", Gate.ISTIOD, "weight", RouteDestination::weight))
          .always("destination", RouteDestination::destination, ROUTED)
          .build();

  /** A destination of copies. */
  static final RuleSet<Destination> MIRROR = MIRRORED;

  private RouteDestinationRules() {}

  /** Weights of several destinations that are all zero. */
  static <T, D> Rule<T> weightSum(
      Function<? super T, List<D>> destinations, Function<? super D, Optional<Integer>> weight) {
    return Rule.error(
        "VS-WEIGHT-SUM",
        Gate.ISTIOD,
        "Give at least one destination a weight above 0",
        (route, report) -> {
          List<D> all = destinations.apply(route);
          if (all.size() < 2) {
            return;
          }
          int sum = 0;
          for (int i = 0; i < all.size(); i++) {
            sum += weight.apply(all.get(i)).orElse(0); // wraps at 32 bits, as istiod's does
          }
          if (sum == 0) {
            report.add("route", "The weights of " + all.size() + " destinations add up to 0");
          }
        });
  }

  // What istiod makes of a Kubernetes Gateway's routes may lead to anything.
  private static RuleSet<Destination> destination(boolean relaxed) {
    return RuleSet.of(Destination.class)
        .error(
            "VS-DEST-HOST-STAR",
            Gate.ISTIOD,
            "Name the service",
            (destination, report) -> {
              if (destination.host().equals("*") && applies(relaxed, report)) {
                report.add("host", "A destination cannot be the host *");
              }
            })
        .error(
            "VS-DEST-HOST",
            Gate.ISTIOD,
            "Write the service's name, for example reviews or reviews.prod.svc.cluster.local",
            (destination, report) -> {
              String problem = DnsNames.problemWithWildcardDomain(destination.host());
              if (problem != null && applies(relaxed, report)) {
                report.add("host", problem);
              }
            })
        .error(
            "VS-DEST-SUBSET",
            Gate.ISTIOD,
            "Write the name of a subset of a DestinationRule",
            (destination, report) -> {
              Optional<String> subset = destination.subset();
              if (Text.isSet(subset)
                  && !DnsNames.isLabel(subset.get())
                  && applies(relaxed, report)) {
                report.add("subset", Text.quote(subset.get()) + " is not a DNS label");
              }
            })
        .error(
            "VS-DEST-PORT",
            Gate.ISTIOD,
            "Write a port from 1 to 65535",
            (destination, report) -> {
              Optional<PortSelector> port = destination.port();
              if (port.isPresent()
                  && !NumberRules.isPort(port.get().number().orElse(0L))
                  && applies(relaxed, report)) {
                report.add(
                    "port.number",
                    "Port " + port.get().number().orElse(0L) + " is outside 1 to 65535");
              }
            })
        .build();
  }

  private static boolean applies(boolean relaxed, Report report) {
    return !relaxed
        || !VirtualServiceRules.hasRouteSemantics(report.manifestFor("metadata.annotations"));
  }
}
