package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One rule: which requests it takes and what happens to them.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRoute">HttpRoute</a>
 */
@IstioStyle
@Value.Immutable
public abstract class HttpRoute extends Message {

  HttpRoute() {}

  /** A value that sets nothing yet. */
  public static HttpRoute httpRoute() {
    return ImmutableHttpRoute.builder().build();
  }

  /** A name for access logs and debugging. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract HttpRoute name(String name);

  /** The conditions; one of them must hold. Empty: every request. */
  public abstract List<HttpMatchRequest> match();

  /** A copy with this {@link #match()}. */
  public abstract HttpRoute match(Iterable<? extends HttpMatchRequest> match);

  /** A copy with these added to {@link #match()}. */
  public final HttpRoute match(HttpMatchRequest first, HttpMatchRequest... more) {
    return match(added(match(), first, more));
  }

  /** Where requests go, in proportion to the weights. */
  public abstract List<HttpRouteDestination> route();

  /** A copy with this {@link #route()}. */
  public abstract HttpRoute route(Iterable<? extends HttpRouteDestination> route);

  /** A copy with these added to {@link #route()}. */
  public final HttpRoute route(HttpRouteDestination first, HttpRouteDestination... more) {
    return route(added(route(), first, more));
  }

  /** Answers with a redirect in place of forwarding. */
  public abstract Optional<HttpRedirect> redirect();

  /** A copy with this {@link #redirect()}. */
  public abstract HttpRoute redirect(HttpRedirect redirect);

  /** Answers with a fixed response in place of forwarding. */
  public abstract Optional<HttpDirectResponse> directResponse();

  /** A copy with this {@link #directResponse()}. */
  public abstract HttpRoute directResponse(HttpDirectResponse directResponse);

  /** The VirtualService that goes on routing what this rule takes. */
  public abstract Optional<Delegate> delegate();

  /** A copy with this {@link #delegate()}. */
  public abstract HttpRoute delegate(Delegate delegate);

  /** Changes path and authority before forwarding. */
  public abstract Optional<HttpRewrite> rewrite();

  /** A copy with this {@link #rewrite()}. */
  public abstract HttpRoute rewrite(HttpRewrite rewrite);

  /** For the whole request with its retries; at least 1 ms. Default: none. */
  public abstract Optional<Duration> timeout();

  /** A copy with this {@link #timeout()}. */
  public abstract HttpRoute timeout(Duration timeout);

  /** When and how often a failed request is tried again. */
  public abstract Optional<HttpRetry> retries();

  /** A copy with this {@link #retries()}. */
  public abstract HttpRoute retries(HttpRetry retries);

  /** Errors and delays that are injected for tests. */
  public abstract Optional<HttpFaultInjection> fault();

  /** A copy with this {@link #fault()}. */
  public abstract HttpRoute fault(HttpFaultInjection fault);

  /** Where a copy of the traffic is sent; its answers are ignored. */
  public abstract Optional<Destination> mirror();

  /** A copy with this {@link #mirror()}. */
  public abstract HttpRoute mirror(Destination mirror);

  /** Several destinations for copies of the traffic. */
  public abstract List<HttpMirrorPolicy> mirrors();

  /** A copy with this {@link #mirrors()}. */
  public abstract HttpRoute mirrors(Iterable<? extends HttpMirrorPolicy> mirrors);

  /** A copy with these added to {@link #mirrors()}. */
  public final HttpRoute mirrors(HttpMirrorPolicy first, HttpMirrorPolicy... more) {
    return mirrors(added(mirrors(), first, more));
  }

  /** Former name of {@link #mirrorPercentage()}; Istio warns of it. */
  public abstract Optional<Long> mirrorPercent();

  /** {@code mirror_percent}, the oldest name of {@link #mirrorPercentage()}. */
  public abstract Optional<Long> mirrorPercentLegacy();

  /** The share of requests that is mirrored. Default: all. */
  public abstract Optional<Percent> mirrorPercentage();

  /** A copy with this {@link #mirrorPercentage()}. */
  public abstract HttpRoute mirrorPercentage(Percent mirrorPercentage);

  /** Who may call from a browser on another origin. */
  public abstract Optional<CorsPolicy> corsPolicy();

  /** A copy with this {@link #corsPolicy()}. */
  public abstract HttpRoute corsPolicy(CorsPolicy corsPolicy);

  /** Header changes for every destination of the rule. */
  public abstract Optional<Headers> headers();

  /** A copy with this {@link #headers()}. */
  public abstract HttpRoute headers(Headers headers);

  static HttpRoute read(FieldReader in) {
    return ImmutableHttpRoute.builder()
        .origin(in.origin())
        .name(in.string("name"))
        .match(in.messages("match", HttpMatchRequest::read))
        .route(in.messages("route", HttpRouteDestination::read))
        .redirect(in.message("redirect", HttpRedirect::read))
        .directResponse(in.message("directResponse", HttpDirectResponse::read))
        .delegate(in.message("delegate", Delegate::read))
        .rewrite(in.message("rewrite", HttpRewrite::read))
        .timeout(in.duration("timeout"))
        .retries(in.message("retries", HttpRetry::read))
        .fault(in.message("fault", HttpFaultInjection::read))
        .mirror(in.message("mirror", Destination::read))
        .mirrors(in.messages("mirrors", HttpMirrorPolicy::read))
        .mirrorPercent(in.uint32("mirrorPercent"))
        .mirrorPercentLegacy(in.uint32("mirror_percent"))
        .mirrorPercentage(in.message("mirrorPercentage", Percent::read))
        .corsPolicy(in.message("corsPolicy", CorsPolicy::read))
        .headers(in.message("headers", Headers::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.messages("match", match());
    out.messages("route", route());
    out.message("redirect", redirect());
    out.message("directResponse", directResponse());
    out.message("delegate", delegate());
    out.message("rewrite", rewrite());
    out.duration("timeout", timeout());
    out.message("retries", retries());
    out.message("fault", fault());
    out.message("mirror", mirror());
    out.messages("mirrors", mirrors());
    out.int64("mirrorPercent", mirrorPercent());
    out.int64("mirror_percent", mirrorPercentLegacy());
    out.message("mirrorPercentage", mirrorPercentage());
    out.message("corsPolicy", corsPolicy());
    out.message("headers", headers());
  }
}
