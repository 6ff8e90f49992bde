package com.policycortex.istio.dsl;

import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import com.policycortex.istio.model.networking.LoadBalancerSettings;
import com.policycortex.istio.model.networking.OutlierDetection;
import com.policycortex.istio.model.networking.Port;
import com.policycortex.istio.model.networking.ProxyConfig;
import com.policycortex.istio.model.networking.Server;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.Sidecar;
import com.policycortex.istio.model.networking.Subset;
import com.policycortex.istio.model.networking.TrafficPolicy;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.MutualTlsMode;
import com.policycortex.istio.model.security.PeerAuthentication;
import com.policycortex.istio.model.security.RequestAuthentication;
import com.policycortex.istio.model.telemetry.Telemetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Every verb of the language in one place: {@code import static com.policycortex.istio.dsl.Istio.*}
 * is all that a program or a jshell session needs.
 */
public final class Istio {

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

  // Kinds and their parts.

  /** A Gateway of this name. */
  public static Gateway gateway(String name) {
    return Gateway.gateway(name);
  }

  /** A port of a gateway, without hosts yet. */
  public static Server server(Port port) {
    return Server.server(port);
  }

  /** A port of a gateway. */
  public static Port port(long number, String protocol, String name) {
    return Port.port(number, protocol, name);
  }

  /** A ServiceEntry of this name. */
  public static ServiceEntry serviceEntry(String name) {
    return ServiceEntry.serviceEntry(name);
  }

  /** A Sidecar of this name. */
  public static Sidecar sidecar(String name) {
    return Sidecar.sidecar(name);
  }

  /** A EnvoyFilter of this name. */
  public static EnvoyFilter envoyFilter(String name) {
    return EnvoyFilter.envoyFilter(name);
  }

  /** A ProxyConfig of this name. */
  public static ProxyConfig proxyConfig(String name) {
    return ProxyConfig.proxyConfig(name);
  }

  /** A VirtualService of this name. */
  public static VirtualService virtualService(String name) {
    return VirtualService.virtualService(name);
  }

  /** A DestinationRule of this name. */
  public static DestinationRule destinationRule(String name, String host) {
    return DestinationRule.destinationRule(name, host);
  }

  /** An outlier detection that sets nothing yet. */
  public static OutlierDetection outlierDetection() {
    return OutlierDetection.outlierDetection();
  }

  /** A traffic policy that sets nothing yet. */
  public static TrafficPolicy trafficPolicy() {
    return TrafficPolicy.trafficPolicy();
  }

  /** A route that sets nothing yet. */
  public static HttpRoute httpRoute() {
    return HttpRoute.httpRoute();
  }

  /** A AuthorizationPolicy of this name. */
  public static AuthorizationPolicy authorizationPolicy(String name) {
    return AuthorizationPolicy.authorizationPolicy(name);
  }

  /** A PeerAuthentication of this name. */
  public static PeerAuthentication peerAuthentication(String name) {
    return PeerAuthentication.peerAuthentication(name);
  }

  /** A RequestAuthentication of this name. */
  public static RequestAuthentication requestAuthentication(String name) {
    return RequestAuthentication.requestAuthentication(name);
  }

  /** A Telemetry of this name. */
  public static Telemetry telemetry(String name) {
    return Telemetry.telemetry(name);
  }

  /** A Namespace of this name. */
  public static Namespace namespace(String name) {
    return Namespace.namespace(name);
  }

  /** A ConfigMap of this name. */
  public static ConfigMap configMap(String name) {
    return ConfigMap.configMap(name);
  }
}
