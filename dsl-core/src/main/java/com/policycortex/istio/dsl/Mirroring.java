package com.policycortex.istio.dsl;

import com.policycortex.istio.model.networking.HttpMirrorPolicy;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.Percent;

/**
 * A copy of the requests for a version that is being tried; its answers are thrown away.
 *
 * @param target who gets the copies
 * @param percent the share of the requests that is copied, 0.0 to 100.0
 */
public record Mirroring(RouteTarget target, double percent) {

  /** Copies of all requests. */
  public static Mirroring mirror(RouteTarget target) {
    return new Mirroring(target, 100);
  }

  /** Copies of this share of the requests, 0.0 to 100.0 %. */
  public Mirroring percent(double share) {
    return new Mirroring(target, share);
  }

  /** The route with one more mirror. */
  public HttpRoute applyTo(HttpRoute route) {
    return route.mirrors(
        HttpMirrorPolicy.httpMirrorPolicy(target.destination())
            .percentage(Percent.percent().value(percent)));
  }
}
