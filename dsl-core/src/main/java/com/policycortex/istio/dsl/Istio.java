package com.policycortex.istio.dsl;

import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import com.policycortex.istio.model.networking.OutlierDetection;
import com.policycortex.istio.model.networking.Subset;
import com.policycortex.istio.model.networking.VirtualService;
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
}
