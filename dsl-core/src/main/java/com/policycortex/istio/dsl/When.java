package com.policycortex.istio.dsl;

import com.policycortex.istio.model.networking.Delegate;
import com.policycortex.istio.model.networking.HttpDirectResponse;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.HttpRedirect;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import java.util.ArrayList;
import java.util.List;

/**
 * The conditions of a rule that has no action yet; name one, and it is an {@link HttpRoute}.
 *
 * @param match alternatives, one of which must hold
 */
public record When(List<HttpMatchRequest> match) {

  /** Copies the list. */
  public When {
    match = List.copyOf(match);
  }

  /** All of these conditions at once. */
  public static When when(Condition first, Condition... more) {
    return new When(List.of(all(first, more)));
  }

  /** Or all of these at once. */
  public When or(Condition first, Condition... more) {
    List<HttpMatchRequest> alternatives = new ArrayList<>(match);
    alternatives.add(all(first, more));
    return new When(alternatives);
  }

  /** Sends such requests to one target. */
  public HttpRoute routeTo(RouteTarget target) {
    return HttpRoute.httpRoute()
        .match(match)
        .route(HttpRouteDestination.httpRouteDestination(target.destination()));
  }

  /** Splits such requests by weight. */
  public HttpRoute split(HttpRouteDestination first, HttpRouteDestination... more) {
    return HttpRoute.httpRoute().match(match).route(first, more);
  }

  /** Answers such requests with a redirect. */
  public HttpRoute redirect(HttpRedirect redirect) {
    return HttpRoute.httpRoute().match(match).redirect(redirect);
  }

  /** Answers such requests with this status, without forwarding them. */
  public HttpRoute respond(int status) {
    return HttpRoute.httpRoute()
        .match(match)
        .directResponse(HttpDirectResponse.httpDirectResponse(status));
  }

  /** Leaves such requests to another VirtualService. */
  public HttpRoute delegate(Delegate delegate) {
    return HttpRoute.httpRoute().match(match).delegate(delegate);
  }

  private static HttpMatchRequest all(Condition first, Condition... more) {
    Condition all = first;
    for (Condition condition : more) {
      all = all.and(condition);
    }
    return all.match();
  }
}
