package com.policycortex.istio.dsl;

import com.policycortex.istio.dsl.observability.JsonAccessLog;
import com.policycortex.istio.dsl.observability.TraceCollector;
import com.policycortex.istio.dsl.ratelimit.GlobalRateLimit;
import com.policycortex.istio.dsl.ratelimit.LocalRateLimit;
import com.policycortex.istio.dsl.ratelimit.RateLimit;
import com.policycortex.istio.dsl.ratelimit.RateLimitKey;
import com.policycortex.istio.dsl.ratelimit.RateLimitUnit;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import com.policycortex.istio.model.networking.LoadBalancerSettings;
import com.policycortex.istio.model.networking.OutlierDetection;
import com.policycortex.istio.model.networking.Subset;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.MutualTlsMode;
import com.policycortex.istio.model.security.PeerAuthentication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Every verb of the language and every factory of the model in one place: {@code import static
 * com.policycortex.istio.dsl.Istio.*} is all that a program or a jshell session needs.
 *
 * <p>A kind or message is made by the factory of its name, {@code HttpRoute} by {@code
 * httpRoute()}. Where two things have one word, it is here what routes and policies refer to:
 * {@link #service} and {@link #serviceAccount} are references, {@link #header} is a condition;
 * Kubernetes' {@code Service.service}, its {@code ServiceAccount.serviceAccount} and {@code
 * RateLimitKey.header} are said with their class. So are values that are not made by their own
 * name, such as {@code StringMatch.exact}.
 */
public final class Istio extends NetworkingFactories {

  private Istio() {}

  /** A reference to the service of this name; say its namespace and ports next. */
  public static ServiceRef service(String name) {
    return ServiceRef.service(name);
  }

  /** A reference to the service account of this name; say its namespace next. */
  public static ServiceAccountRef serviceAccount(String name) {
    return ServiceAccountRef.serviceAccount(name);
  }

  /** The label {@code key=value}. */
  public static Label label(String key, String value) {
    return Label.label(key, value);
  }

  /** The beginning of a rule: the conditions, all of which must hold. */
  public static When when(Condition first, Condition... more) {
    return When.when(first, more);
  }

  /** A rule for every request that no earlier rule took. */
  public static HttpRoute routeTo(RouteTarget target) {
    return split(HttpRouteDestination.httpRouteDestination(target.destination()));
  }

  /** A rule for every request that no earlier rule took, split by weight. */
  public static HttpRoute split(HttpRouteDestination first, HttpRouteDestination... more) {
    return HttpRoute.httpRoute().route(first, more);
  }

  /** A target as the only destination of a route. */
  public static HttpRouteDestination to(RouteTarget target) {
    return HttpRouteDestination.httpRouteDestination(target.destination());
  }

  /** A condition's subject: a header. */
  public static HeaderSubject header(String name) {
    return Condition.header(name);
  }

  /** A condition's subject: a cookie. */
  public static CookieSubject cookie(String name) {
    return Condition.cookie(name);
  }

  /** A condition's subject: a query parameter. */
  public static QueryParameterSubject queryParam(String name) {
    return Condition.queryParam(name);
  }

  /** A condition's subject: the path. */
  public static Condition.TextSubject uri() {
    return Condition.uri();
  }

  /** A condition's subject: the HTTP method. */
  public static Condition.TextSubject method() {
    return Condition.method();
  }

  /** A condition's subject: the host that the request names. */
  public static Condition.TextSubject authority() {
    return Condition.authority();
  }

  /** The routes for clients of a service within the mesh, in the service's namespace. */
  public static VirtualService virtualService(ServiceRef service) {
    VirtualService routes = VirtualService.virtualService(service.name()).hosts(service.host());
    return service.namespace().map(routes::in).orElse(routes);
  }

  /** How traffic is carried to a service, in the service's namespace, with these subsets. */
  public static DestinationRule destinationRule(ServiceRef service, SubsetRef... subsets) {
    DestinationRule rule = DestinationRule.destinationRule(service.name(), service.host());
    List<Subset> all = new ArrayList<>();
    for (SubsetRef subset : subsets) {
      if (!subset.service().host().equals(service.host())) {
        throw new IllegalArgumentException(
            subset + " is a subset of another service than " + service);
      }
      all.add(subset.subset());
    }
    DestinationRule whole = rule.subsets(all);
    return service.namespace().map(whole::in).orElse(whole);
  }

  /** A circuit breaker that ejects an endpoint after this many 5xx answers in a row. */
  public static OutlierDetection consecutive5xxErrors(int errors) {
    return OutlierDetection.outlierDetection().consecutive5xxErrors(errors);
  }

  // Patterns.

  /** A new version beside the stable one; see {@link Canary}. */
  public static Canary canary(SubsetRef stable, SubsetRef candidate) {
    return Canary.canary(stable, candidate);
  }

  /** Two versions, the first of which gets all requests; see {@link BlueGreen}. */
  public static BlueGreen blueGreen(SubsetRef active, SubsetRef idle) {
    return BlueGreen.blueGreen(active, idle);
  }

  /** Ejection of failing endpoints, and limits; see {@link CircuitBreaker}. */
  public static CircuitBreaker circuitBreaker() {
    return CircuitBreaker.circuitBreaker();
  }

  /** Up to this many retries after the first try; see {@link Retry}. */
  public static Retry retry(int attempts) {
    return Retry.retry(attempts);
  }

  /** The time for a request with its retries; see {@link Timeout}. */
  public static Timeout timeout(Duration duration) {
    return Timeout.timeout(duration);
  }

  /** One endpoint after the other. */
  public static LoadBalancerSettings roundRobin() {
    return LoadBalancing.roundRobin();
  }

  /** Any healthy endpoint. */
  public static LoadBalancerSettings random() {
    return LoadBalancing.random();
  }

  /** Of two endpoints at random, the one with fewer active requests. */
  public static LoadBalancerSettings leastRequest() {
    return LoadBalancing.leastRequest();
  }

  /** Requests with the same value of a header go to the same endpoint. */
  public static LoadBalancerSettings hashByHeader(String name) {
    return LoadBalancing.hashByHeader(name);
  }

  /** Requests with the same cookie go to the same endpoint. */
  public static LoadBalancerSettings hashByCookie(String name, Duration timeToLive) {
    return LoadBalancing.hashByCookie(name, timeToLive);
  }

  /** Connections from the same address go to the same endpoint. */
  public static LoadBalancerSettings hashBySourceIp() {
    return LoadBalancing.hashBySourceIp();
  }

  /** Requests with the same value of a query parameter go to the same endpoint. */
  public static LoadBalancerSettings hashByQueryParameter(String name) {
    return LoadBalancing.hashByQueryParameter(name);
  }

  /** A delay for a share of the requests, 0.0 to 100.0 %. */
  public static FaultInjection delay(Duration delay, double percent) {
    return FaultInjection.delay(delay, percent);
  }

  /** A status for a share of the requests, 0.0 to 100.0 %. */
  public static FaultInjection abort(int status, double percent) {
    return FaultInjection.abort(status, percent);
  }

  /** A copy of the requests; see {@link Mirroring}. */
  public static Mirroring mirror(RouteTarget target) {
    return Mirroring.mirror(target);
  }

  /** Lets callers in; say to which service next. */
  public static Access.Target allow(ServiceRef caller, ServiceRef... more) {
    return Access.allow(caller, more);
  }

  /** Refuses callers; say to which service next. */
  public static Access.Target deny(ServiceRef caller, ServiceRef... more) {
    return Access.deny(caller, more);
  }

  /** Refuses everything in a namespace that no policy allows. */
  public static AuthorizationPolicy defaultDeny(String namespace) {
    return Access.defaultDeny(namespace);
  }

  /** The mutual TLS that the pods of a namespace ask for; {@link Mtls} has the other scopes. */
  public static PeerAuthentication mutualTls(MutualTlsMode mode, String namespace) {
    return Mtls.namespace(mode, namespace);
  }

  /** A token is needed; see {@link JwtGuard}. */
  public static JwtGuard jwtGuard(ServiceRef service, String issuer) {
    return JwtGuard.jwtGuard(service, issuer);
  }

  /** A namespace with named connections only; see {@link NetworkSegmentation}. */
  public static NetworkSegmentation networkSegmentation(String namespace) {
    return NetworkSegmentation.networkSegmentation(namespace);
  }

  /** Before there is a candidate: all requests go to the stable version; see {@link Canary}. */
  public static Canary canary(SubsetRef stable) {
    return Canary.canary(stable);
  }

  /** Hashing by Maglev's table, of requests that are hashed already. */
  public static LoadBalancerSettings maglev(LoadBalancerSettings hash) {
    return LoadBalancing.maglev(hash);
  }

  /** Endpoints elsewhere where those at hand fail; see {@link LoadBalancing#failover}. */
  public static LoadBalancerSettings failover(
      LoadBalancerSettings settings, String first, String... more) {
    return LoadBalancing.failover(settings, first, more);
  }

  /** Lets callers in; say to which service next. */
  public static Access.Target allow(ServiceAccountRef caller, ServiceAccountRef... more) {
    return Access.allow(caller, more);
  }

  /** Refuses callers; say to which service next. */
  public static Access.Target deny(ServiceAccountRef caller, ServiceAccountRef... more) {
    return Access.deny(caller, more);
  }

  /** The mutual TLS that the pods of a service ask for. */
  public static PeerAuthentication mutualTls(MutualTlsMode mode, ServiceRef service) {
    return Mtls.workload(mode, service);
  }

  /** The mutual TLS that one port of the pods of a service asks for. */
  public static PeerAuthentication mutualTls(MutualTlsMode mode, ServiceRef service, int port) {
    return Mtls.port(mode, service, port);
  }

  /** A condition's subject: {@code http} or {@code https}. */
  public static Condition.TextSubject scheme() {
    return Condition.scheme();
  }

  /** A condition: the port that the request came to, 1 to 65535. */
  public static Condition port(int number) {
    return Condition.port(number);
  }

  /** A condition: the namespace of the workload that sends. */
  public static Condition sourceNamespace(String namespace) {
    return Condition.sourceNamespace(namespace);
  }

  /** A condition: labels of the workload that sends. */
  public static Condition sourceLabels(Label first, Label... more) {
    return Condition.sourceLabels(first, more);
  }

  /** A condition: the gateways that the request came through, or {@code mesh}. */
  public static Condition gateways(String first, String... more) {
    return Condition.gateways(first, more);
  }

  // Limits of rates, and observability.

  /** A limit of the rate of each pod's requests by itself; see {@link LocalRateLimit}. */
  public static LocalRateLimit localRateLimit(ServiceRef service, int perSecond) {
    return LocalRateLimit.localRateLimit(service, perSecond);
  }

  /** Limits at a gateway that are counted for all its proxies; see {@link GlobalRateLimit}. */
  public static GlobalRateLimit globalRateLimit(ServiceRef gateway, ServiceRef store) {
    return GlobalRateLimit.globalRateLimit(gateway, store);
  }

  /** This many requests in this time; say next by what they are counted. */
  public static RateLimit limit(long requests, RateLimitUnit unit) {
    return RateLimit.limit(requests, unit);
  }

  /** A key to count by: the address of the client. */
  public static RateLimitKey remoteAddress() {
    return RateLimitKey.remoteAddress();
  }

  /** A key to count by: a claim of the token; a header is {@link RateLimitKey#header}. */
  public static RateLimitKey claim(String name) {
    return RateLimitKey.claim(name);
  }

  /** An access log in JSON; see {@link JsonAccessLog}. */
  public static JsonAccessLog jsonAccessLog(String name) {
    return JsonAccessLog.jsonAccessLog(name);
  }

  /** Where traces go, by OpenTelemetry; see {@link TraceCollector}. */
  public static TraceCollector openTelemetry(String name, String host, int port) {
    return TraceCollector.openTelemetry(name, host, port);
  }

  /** Where traces go, by Zipkin; see {@link TraceCollector}. */
  public static TraceCollector zipkin(String name, String host, int port) {
    return TraceCollector.zipkin(name, host, port);
  }
}
