package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.HeaderOperations;
import com.policycortex.istio.model.networking.Headers;
import com.policycortex.istio.model.networking.HttpMirrorPolicy;
import com.policycortex.istio.model.networking.HttpRewrite;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import com.policycortex.istio.model.networking.Percent;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One HTTP route: what goes together and what does not, and the fields without a group. */
final class HttpRouteRules {

  private static final RuleSet<HttpMirrorPolicy> MIRROR =
      RuleSet.of(HttpMirrorPolicy.class)
          .rule(
              NumberRules.fraction(
                  "VS-MIRRORS-PERCENTAGE",
                  Gate.ISTIOD,
                  "percentage.value",
                  policy -> policy.percentage().flatMap(Percent::value)))
          .always("destination", HttpMirrorPolicy::destination, RouteDestinationRules.MIRROR)
          .build();

  private static final List<Rule<HttpRoute>> CONFLICTS =
      List.of(
          Rule.error(
              "VS-HTTP-ROOT-REDIRECT",
              Gate.ISTIOD,
              "Move the redirect to the delegate",
              (route, report) -> {
                if (isRoot(route, report) && route.redirect().isPresent()) {
                  report.add("redirect", "A route that delegates cannot redirect");
                }
              }),
          Rule.error(
              "VS-HTTP-ROOT-ROUTE",
              Gate.ISTIOD,
              "Move the destinations to the delegate",
              (route, report) -> {
                if (isRoot(route, report) && !route.route().isEmpty()) {
                  report.add("route", "A route that delegates cannot have destinations");
                }
              }),
          Rule.error(
              "VS-HTTP-DELEGATE-NESTED",
              Gate.ISTIOD,
              "Write hosts, or route here: a delegate cannot delegate",
              (route, report) -> {
                if (route.delegate().isPresent() && isInDelegate(report)) {
                  report.add("delegate", "A VirtualService without hosts delegates further");
                }
              }),
          conflict(
              "VS-HTTP-REDIRECT-ROUTE",
              "redirect",
              "a redirect and destinations",
              route -> route.redirect().isPresent() && !route.route().isEmpty()),
          conflict(
              "VS-HTTP-REDIRECT-FAULT",
              "redirect",
              "a redirect and a fault",
              route -> route.redirect().isPresent() && route.fault().isPresent()),
          conflict(
              "VS-HTTP-REDIRECT-REWRITE",
              "redirect",
              "a redirect and a rewrite",
              route -> route.redirect().isPresent() && route.rewrite().isPresent()),
          conflict(
              "VS-HTTP-REDIRECT-DIRECT",
              "redirect",
              "a redirect and a directResponse",
              route -> route.redirect().isPresent() && route.directResponse().isPresent()),
          conflict(
              "VS-HTTP-DIRECT-ROUTE",
              "directResponse",
              "a directResponse and destinations",
              route -> answers(route) && !route.route().isEmpty()),
          conflict(
              "VS-HTTP-DIRECT-FAULT",
              "directResponse",
              "a directResponse and a fault",
              route -> answers(route) && route.fault().isPresent()),
          conflict(
              "VS-HTTP-DIRECT-REWRITE",
              "directResponse",
              "a directResponse and a rewrite",
              route -> answers(route) && route.rewrite().isPresent()),
          conflict(
              "VS-HTTP-MIRROR-MIRRORS",
              "mirror",
              "both mirror and mirrors",
              route -> route.mirror().isPresent() && !route.mirrors().isEmpty()));

  static final RuleSet<HttpRoute> RULES =
      RuleSet.of(HttpRoute.class)
          .onlyIf(HttpRouteRules::isSpecial, set -> set.rules(CONFLICTS))
          .error(
              "VS-HTTP-ACTION-REQUIRED",
              Gate.ISTIOD,
              "Write route, redirect, directResponse or delegate",
              (route, report) -> {
                if (route.route().isEmpty()
                    && route.redirect().isEmpty()
                    && route.directResponse().isEmpty()
                    && !isRoot(route, report)) {
                  report.add("route", "The route does not say where requests go");
                }
              })
          .error(
              "VS-HTTP-AUTHORITY-TWICE",
              Gate.ISTIOD,
              "Set the authority in one place",
              HttpRouteRules::authority)
          .rule(RouteDestinationRules.weightSum(HttpRoute::route, HttpRouteDestination::weight))
          .rules(DurationRules.atLeastOneMillisecond("VS-TIMEOUT", "timeout", HttpRoute::timeout))
          .onlyIf(
              HttpRouteRules::mirrorsSome,
              set ->
                  set.error(
                          "VS-MIRRORPERCENT-RANGE",
                          Gate.ISTIOD,
                          "Write mirrorPercentage with a value from 0 to 100",
                          (route, report) -> {
                            share("mirrorPercent", route.mirrorPercent(), report);
                            if (route.mirrorPercent().isEmpty()) { // the newer name wins
                              share("mirror_percent", route.mirrorPercentLegacy(), report);
                            }
                          })
                      .warning(
                          "VS-MIRRORPERCENT-DEPRECATED",
                          Gate.ISTIOD,
                          "Write mirrorPercentage",
                          (route, report) -> {
                            if (route.mirrorPercent().isPresent()
                                || route.mirrorPercentLegacy().isPresent()) {
                              report.add("mirrorPercent", "mirrorPercent is deprecated");
                            }
                          })
                      .rule(
                          NumberRules.fraction(
                              "VS-MIRRORPERCENTAGE",
                              Gate.ISTIOD,
                              "mirrorPercentage.value",
                              route -> route.mirrorPercentage().flatMap(Percent::value))))
          .each("match", HttpRoute::match, HttpMatchRules.RULES)
          .each("route", HttpRoute::route, RouteDestinationRules.HTTP)
          .part("redirect", HttpRoute::redirect, RedirectRules.RULES)
          .part("directResponse", HttpRoute::directResponse, DirectResponseRules.RULES)
          .part("rewrite", HttpRoute::rewrite, RewriteRules.RULES)
          .part("retries", HttpRoute::retries, RetryRules.RULES)
          .part("fault", HttpRoute::fault, FaultRules.RULES)
          .part("mirror", HttpRoute::mirror, RouteDestinationRules.MIRROR)
          .each("mirrors", HttpRoute::mirrors, MIRROR)
          .part("corsPolicy", HttpRoute::corsPolicy, CorsRules.RULES)
          .part("headers", HttpRoute::headers, HeaderOperationRules.RULES)
          .build();

  private HttpRouteRules() {}

  private static boolean isInDelegate(Report report) {
    return VirtualServiceRules.isDelegate(report.manifestFor("spec.hosts", VirtualService.class));
  }

  private static boolean isRoot(HttpRoute route, Report report) {
    return route.delegate().isPresent() && !isInDelegate(report);
  }

  // Most routes have destinations and nothing that could exclude them.
  private static boolean isSpecial(HttpRoute route) {
    return route.redirect().isPresent()
        || route.directResponse().isPresent()
        || route.delegate().isPresent()
        || !route.mirrors().isEmpty();
  }

  private static boolean mirrorsSome(HttpRoute route) {
    return route.mirrorPercentage().isPresent()
        || route.mirrorPercent().isPresent()
        || route.mirrorPercentLegacy().isPresent();
  }

  private static boolean answers(HttpRoute route) {
    return route.directResponse().isPresent() && route.redirect().isEmpty();
  }

  private static Rule<HttpRoute> conflict(
      String id, String field, String both, Predicate<HttpRoute> conflicts) {
    return Rule.error(
        id,
        Gate.ISTIOD,
        "Keep one of the two",
        (route, report) -> {
          if (conflicts.test(route) && !isRoot(route, report)) {
            report.add(field, "The route has " + both);
          }
        });
  }

  private static void share(String field, Optional<Long> percent, Report report) {
    if (percent.isPresent() && (percent.get() < 0 || percent.get() > 100)) {
      report.add(field, percent.get() + " is outside 0 to 100 percent");
    }
  }

  // Istio walks maps in random order; what it refuses in any order is refused here.
  private static void authority(HttpRoute route, Report report) {
    Optional<HeaderOperations> request = route.headers().flatMap(Headers::request);
    if (request.isEmpty()) {
      return;
    }
    boolean held = Text.isSet(route.rewrite().flatMap(HttpRewrite::authority));
    held = authority("headers.request.set", request.get().set(), held, report);
    authority("headers.request.add", request.get().add(), held, report);
  }

  private static boolean authority(
      String field, Map<String, String> headers, boolean held, Report report) {
    int names = 0;
    boolean set = false;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      if (HeaderNames.isAuthority(header.getKey())) {
        names++;
        set |= !header.getValue().isEmpty();
      }
    }
    if (names > 0 && (held || (names > 1 && set))) {
      report.add(field, "The authority is set twice");
    }
    return held || set;
  }
}
