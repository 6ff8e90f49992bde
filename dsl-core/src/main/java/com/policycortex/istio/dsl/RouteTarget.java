package com.policycortex.istio.dsl;

import com.policycortex.istio.model.networking.Destination;
import com.policycortex.istio.model.networking.HttpRouteDestination;

/** Where a route may send requests: a whole service or one of its subsets. */
public sealed interface RouteTarget permits ServiceRef, SubsetRef {

  /** The target as a route names it. */
  Destination destination();

  /**
   * The target with a share of the traffic.
   *
   * @param weight the share, relative to the sum of all weights of the route; 0 to 100 by custom
   */
  default HttpRouteDestination weight(int weight) {
    return HttpRouteDestination.httpRouteDestination(destination()).weight(weight);
  }
}
