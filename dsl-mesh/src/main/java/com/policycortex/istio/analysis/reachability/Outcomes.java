package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.model.networking.Destination;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import java.util.stream.Collectors;

/** What becomes of the requests of a route, in words. */
final class Outcomes {

  private Outcomes() {}

  /** {@code goes to reviews v1}. */
  static String of(HttpRoute route) {
    if (route.redirect().isPresent()) {
      return "is redirected";
    }
    if (route.directResponse().isPresent()) {
      return "is answered with " + route.directResponse().get().status();
    }
    return route.route().isEmpty()
        ? "is answered with 404"
        : "goes to "
            + route.route().stream()
                .map(HttpRouteDestination::destination)
                .map(Outcomes::name)
                .distinct()
                .collect(Collectors.joining(" or "));
  }

  /** {@code http[2].match[0]} for a field within {@code spec}. */
  static String place(String path) {
    return path.startsWith("spec.") ? path.substring("spec.".length()) : path;
  }

  /** {@code reviews v1}. */
  static String name(Destination destination) {
    return destination.host() + destination.subset().map(subset -> " " + subset).orElse("");
  }
}
