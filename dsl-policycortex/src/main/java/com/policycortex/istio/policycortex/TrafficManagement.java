package com.policycortex.istio.policycortex;

import com.policycortex.istio.dsl.BlueGreen;
import com.policycortex.istio.dsl.Canary;
import com.policycortex.istio.dsl.CircuitBreaker;
import com.policycortex.istio.dsl.Istio;
import com.policycortex.istio.dsl.Label;
import com.policycortex.istio.dsl.LoadBalancing;
import com.policycortex.istio.dsl.Retry;
import com.policycortex.istio.dsl.RetryOn;
import com.policycortex.istio.dsl.ServiceRef;
import com.policycortex.istio.dsl.SubsetRef;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.CorsPolicy;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.LoadBalancerSettings;
import com.policycortex.istio.model.networking.StringMatch;
import com.policycortex.istio.model.networking.TrafficPolicy;
import com.policycortex.istio.render.OutputTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Where requests go, and how much a service is asked to do at a time. */
final class TrafficManagement {

  private TrafficManagement() {}

  static OutputTree addTo(OutputTree tree, PolicyCortex mesh) {
    return tree.with("traffic-management/core-api.yaml", canary(mesh).manifests())
        .with("traffic-management/frontend.yaml", frontend(mesh))
        .with("traffic-management/stores.yaml", stores(mesh));
  }

  static Canary canary(PolicyCortex mesh) {
    ServiceRef coreApi = mesh.services().coreApi();
    Canary canary =
        Canary.canary(version(coreApi, mesh.get(Settings.CANARY_STABLE)))
            .hosts(coreApiHosts(mesh))
            .gateways(coreApiGateways(mesh))
            .template(
                route(mesh, Settings.CORE_API_TIMEOUT, coreApiRetry(mesh)).corsPolicy(cors(mesh)))
            .trafficPolicy(
                policy(
                    mesh,
                    Settings.CORE_API_MAX_CONNECTIONS,
                    LoadBalancing.leastRequest(),
                    coreApiRetry(mesh)));
    if (!mesh.get(Settings.CANARY)) {
      return canary;
    }
    return canary
        .candidate(version(coreApi, mesh.get(Settings.CANARY_CANDIDATE)))
        .weight(mesh.get(Settings.CANARY_WEIGHT))
        .optIn(
            Istio.header(mesh.get(Settings.CANARY_HEADER)).exact(mesh.get(Settings.CANARY_VALUE)));
  }

  static BlueGreen blueGreen(PolicyCortex mesh) {
    ServiceRef frontend = mesh.services().frontend();
    SubsetRef blue = version(frontend, Colour.BLUE.toString());
    SubsetRef green = version(frontend, Colour.GREEN.toString());
    BlueGreen pair =
        BlueGreen.blueGreen(blue, green)
            .hosts(mesh.hosts().site())
            .gateways(List.of(gateway(mesh, Base.PUBLIC_GATEWAY)))
            .template(route(mesh, Settings.FRONTEND_TIMEOUT, frontendRetry(mesh)))
            .trafficPolicy(frontendPolicy(mesh));
    if (mesh.get(Settings.BLUE_GREEN_PREVIEW)) {
      pair = pair.preview(Istio.header("preview").exact("true"));
    }
    return mesh.get(Settings.BLUE_GREEN_ACTIVE) == Colour.GREEN ? pair.switchTo(green) : pair;
  }

  private static List<Manifest> frontend(PolicyCortex mesh) {
    if (mesh.get(Settings.BLUE_GREEN)) {
      return blueGreen(mesh).manifests();
    }
    ServiceRef frontend = mesh.services().frontend();
    return List.of(
        Istio.destinationRule(frontend).trafficPolicy(frontendPolicy(mesh)),
        Istio.virtualService(frontend)
            .hosts(allOf(frontend.host(), mesh.hosts().site()))
            .gateways(List.of(gateway(mesh, Base.PUBLIC_GATEWAY), "mesh"))
            .http(
                route(mesh, Settings.FRONTEND_TIMEOUT, frontendRetry(mesh))
                    .route(Istio.to(frontend))));
  }

  private static TrafficPolicy frontendPolicy(PolicyCortex mesh) {
    return policy(
        mesh, Settings.FRONTEND_MAX_CONNECTIONS, LoadBalancing.roundRobin(), frontendRetry(mesh));
  }

  // Connections of the stores' clients live long: what counts is how many there are.
  private static List<Manifest> stores(PolicyCortex mesh) {
    return List.of(
        Istio.destinationRule(mesh.services().postgresql())
            .trafficPolicy(
                breaker(mesh)
                    .maxConnections(mesh.get(Settings.POSTGRESQL_MAX_CONNECTIONS))
                    .connectTimeout(Duration.ofSeconds(5))
                    .applyTo(
                        TrafficPolicy.trafficPolicy().loadBalancer(LoadBalancing.leastRequest()))),
        Istio.destinationRule(mesh.services().dragonfly())
            .trafficPolicy(
                breaker(mesh)
                    .maxConnections(mesh.get(Settings.DRAGONFLY_MAX_CONNECTIONS))
                    .connectTimeout(Duration.ofSeconds(1))
                    .applyTo(TrafficPolicy.trafficPolicy().loadBalancer(LoadBalancing.random()))));
  }

  /** Load balancing, pool, circuit breaker and retry budget of an HTTP service. */
  static TrafficPolicy policy(
      PolicyCortex mesh, Setting<Integer> connections, LoadBalancerSettings balancer, Retry retry) {
    int most = mesh.get(connections);
    return retry.applyTo(
        breaker(mesh)
            .maxConnections(most)
            .connectTimeout(Duration.ofSeconds(5))
            .maxPendingRequests(most)
            .maxRequests(2 * most)
            .applyTo(TrafficPolicy.trafficPolicy().loadBalancer(balancer)));
  }

  private static CircuitBreaker breaker(PolicyCortex mesh) {
    return CircuitBreaker.circuitBreaker()
        .consecutive5xxErrors(mesh.get(Settings.CONSECUTIVE_ERRORS))
        .interval(mesh.get(Settings.EJECTION_INTERVAL))
        .baseEjectionTime(mesh.get(Settings.BASE_EJECTION_TIME))
        .maxEjectionPercent(mesh.get(Settings.MAX_EJECTION_PERCENT));
  }

  static HttpRoute route(PolicyCortex mesh, Setting<Duration> timeout, Retry retry) {
    return retry.applyTo(HttpRoute.httpRoute().timeout(mesh.get(timeout)));
  }

  /** Retries of what surely did not reach the service, so that nothing is done twice. */
  static Retry retry(PolicyCortex mesh, Setting<Integer> attempts, Setting<Duration> perTry) {
    return Retry.retry(mesh.get(attempts))
        .perTryTimeout(mesh.get(perTry))
        .on(
            RetryOn.CONNECT_FAILURE,
            RetryOn.REFUSED_STREAM,
            RetryOn.RESET_BEFORE_REQUEST,
            RetryOn.UNAVAILABLE,
            RetryOn.CANCELLED)
        .backoff(mesh.get(Settings.RETRY_BACKOFF))
        .budget(mesh.get(Settings.RETRY_BUDGET_PERCENT), mesh.get(Settings.RETRY_BUDGET_MIN));
  }

  private static Retry coreApiRetry(PolicyCortex mesh) {
    return retry(mesh, Settings.CORE_API_ATTEMPTS, Settings.CORE_API_PER_TRY_TIMEOUT);
  }

  private static Retry frontendRetry(PolicyCortex mesh) {
    return retry(mesh, Settings.FRONTEND_ATTEMPTS, Settings.FRONTEND_PER_TRY_TIMEOUT);
  }

  private static CorsPolicy cors(PolicyCortex mesh) {
    return CorsPolicy.corsPolicy()
        .allowOrigins(
            mesh.hosts().site().stream().map(host -> StringMatch.exact("https://" + host)).toList())
        .allowMethods("GET", "POST", "PUT", "PATCH", "DELETE")
        .allowHeaders("authorization", "content-type", mesh.get(Settings.CORRELATION_HEADER))
        .allowCredentials(true)
        .maxAge(Duration.ofHours(1));
  }

  private static List<String> coreApiHosts(PolicyCortex mesh) {
    List<String> hosts = new ArrayList<>(mesh.hosts().api());
    if (mesh.get(Settings.INTERNAL_GATEWAY)) {
      hosts.add(mesh.hosts().internal());
    }
    return hosts;
  }

  private static List<String> coreApiGateways(PolicyCortex mesh) {
    List<String> gateways = new ArrayList<>();
    gateways.add(gateway(mesh, Base.PUBLIC_GATEWAY));
    if (mesh.get(Settings.INTERNAL_GATEWAY)) {
      gateways.add(gateway(mesh, Base.INTERNAL_GATEWAY));
    }
    return gateways;
  }

  private static String gateway(PolicyCortex mesh, String name) {
    return mesh.namespace() + "/" + name;
  }

  private static SubsetRef version(ServiceRef service, String version) {
    return service.subset(version, Label.label("version", version));
  }

  private static List<String> allOf(String first, List<String> more) {
    List<String> all = new ArrayList<>(more);
    all.add(0, first);
    return all;
  }
}
