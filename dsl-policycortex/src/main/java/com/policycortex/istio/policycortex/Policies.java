package com.policycortex.istio.policycortex;

import com.policycortex.istio.dsl.Istio;
import com.policycortex.istio.dsl.LoadBalancing;
import com.policycortex.istio.dsl.Retry;
import com.policycortex.istio.dsl.ServiceRef;
import com.policycortex.istio.dsl.ratelimit.GlobalRateLimit;
import com.policycortex.istio.dsl.ratelimit.LocalRateLimit;
import com.policycortex.istio.dsl.ratelimit.RateLimit;
import com.policycortex.istio.dsl.ratelimit.RateLimitKey;
import com.policycortex.istio.dsl.ratelimit.RateLimitUnit;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.LoadBalancerSettings;
import com.policycortex.istio.render.OutputTree;
import java.time.Duration;
import java.util.List;

/** Rate limits; retries, their budget and timeouts of the services that only core-api calls. */
final class Policies {

  private Policies() {}

  static OutputTree addTo(OutputTree tree, PolicyCortex mesh) {
    OutputTree more = tree.with("policies/retries-and-timeouts.yaml", retriesAndTimeouts(mesh));
    if (mesh.get(Settings.LOCAL_RATE_LIMIT)) {
      more =
          more.with(
              "policies/local-rate-limit.yaml",
              accepted(
                  LocalRateLimit.localRateLimit(
                          mesh.services().frontend(), mesh.get(Settings.LOCAL_RATE_LIMIT_TOKENS))
                      .manifests()));
    }
    return mesh.get(Settings.GLOBAL_RATE_LIMIT)
        ? more.with("policies/global-rate-limit.yaml", accepted(globalRateLimit(mesh).manifests()))
        : more;
  }

  // istiod warns of every EnvoyFilter, so the tree says why it has them.
  private static List<Manifest> accepted(List<Manifest> manifests) {
    return manifests.stream()
        .map(
            manifest ->
                manifest instanceof EnvoyFilter filter
                    ? filter.metadata(
                        filter
                            .metadata()
                            .annotation(
                                "policycortex.com/suppress",
                                "EF-CAUTION until 2029-12-31: Istio has no other way to limit"
                                    + " rates. A real Envoy is given this filter by each new"
                                    + " release of Istio first."))
                    : manifest)
        .toList();
  }

  static GlobalRateLimit globalRateLimit(PolicyCortex mesh) {
    return GlobalRateLimit.globalRateLimit(
            mesh.services().ingressGateway(), mesh.services().dragonfly())
        .domain(mesh.namespace())
        .image(mesh.get(Settings.RATE_LIMIT_IMAGE))
        .failClosed(mesh.get(Settings.RATE_LIMIT_FAIL_CLOSED))
        .limits(
            List.of(
                RateLimit.limit(mesh.get(Settings.RATE_LIMIT_CLIENT), RateLimitUnit.MINUTE)
                    .by(RateLimitKey.remoteAddress()),
                tier(mesh, "basic", Settings.RATE_LIMIT_BASIC),
                tier(mesh, "premium", Settings.RATE_LIMIT_PREMIUM),
                tier(mesh, "enterprise", Settings.RATE_LIMIT_ENTERPRISE)));
  }

  private static RateLimit tier(PolicyCortex mesh, String tier, Setting<Integer> perHour) {
    return RateLimit.limit(mesh.get(perHour), RateLimitUnit.HOUR)
        .by(RateLimitKey.claim(mesh.get(Settings.TIER_CLAIM)), tier)
        .by(RateLimitKey.claim(mesh.get(Settings.TENANT_CLAIM)));
  }

  private static List<Manifest> retriesAndTimeouts(PolicyCortex mesh) {
    Services services = mesh.services();
    Retry graphql =
        TrafficManagement.retry(
            mesh, Settings.GRAPHQL_GATEWAY_ATTEMPTS, Settings.GRAPHQL_GATEWAY_PER_TRY_TIMEOUT);
    Retry ai =
        TrafficManagement.retry(
            mesh, Settings.AI_ENGINE_ATTEMPTS, Settings.AI_ENGINE_PER_TRY_TIMEOUT);
    LoadBalancerSettings byTenant = LoadBalancing.hashByHeader(mesh.get(Settings.HASH_HEADER));
    return List.of(
        rule(
            mesh,
            services.graphqlGateway(),
            Settings.GRAPHQL_GATEWAY_MAX_CONNECTIONS,
            LoadBalancing.random(),
            graphql),
        routes(mesh, services.graphqlGateway(), Settings.GRAPHQL_GATEWAY_TIMEOUT, graphql),
        rule(mesh, services.aiEngine(), Settings.AI_ENGINE_MAX_CONNECTIONS, byTenant, ai),
        routes(mesh, services.aiEngine(), Settings.AI_ENGINE_TIMEOUT, ai));
  }

  private static Manifest rule(
      PolicyCortex mesh,
      ServiceRef service,
      Setting<Integer> connections,
      LoadBalancerSettings balancer,
      Retry retry) {
    return Istio.destinationRule(service)
        .trafficPolicy(TrafficManagement.policy(mesh, connections, balancer, retry));
  }

  private static Manifest routes(
      PolicyCortex mesh, ServiceRef service, Setting<Duration> timeout, Retry retry) {
    return Istio.virtualService(service)
        .http(TrafficManagement.route(mesh, timeout, retry).route(Istio.to(service)));
  }
}
