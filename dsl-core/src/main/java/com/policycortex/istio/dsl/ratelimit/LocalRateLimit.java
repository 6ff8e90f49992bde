package com.policycortex.istio.dsl.ratelimit;

import com.policycortex.istio.dsl.Pattern;
import com.policycortex.istio.dsl.ServiceRef;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.PatchContext;
import com.policycortex.istio.wire.Durations;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.time.Duration;
import java.util.List;

/**
 * Each pod of a service limits its own requests by a bucket of tokens; who comes when it is empty
 * gets 429. No other service is asked.
 *
 * @param service whose pods
 * @param maxTokens what the bucket holds, the largest burst
 * @param tokensPerFill what each fill adds
 * @param fillInterval the time between fills; at least 50 ms
 * @see <a
 *     href="https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/local_rate_limit_filter">Local
 *     rate limit</a>
 */
public record LocalRateLimit(
    ServiceRef service, int maxTokens, int tokensPerFill, Duration fillInterval)
    implements Pattern {

  /** Refuses what Envoy would. */
  public LocalRateLimit {
    if (maxTokens < 1 || tokensPerFill < 1) {
      throw new IllegalArgumentException(
          "a bucket holds and gets at least 1 token, not " + maxTokens + " and " + tokensPerFill);
    }
    if (fillInterval.compareTo(Duration.ofMillis(50)) < 0) {
      throw new IllegalArgumentException(
          "Envoy fills a bucket at most every 50ms, not every " + Durations.format(fillInterval));
    }
  }

  /**
   * This many requests a second for each pod, and bursts of twice as many.
   *
   * @param perSecond at least 1
   */
  public static LocalRateLimit localRateLimit(ServiceRef service, int perSecond) {
    return new LocalRateLimit(service, 2 * perSecond, perSecond, Duration.ofSeconds(1));
  }

  /** The filter as Istio takes it. */
  public EnvoyFilter envoyFilter() {
    EnvoyFilter filter =
        EnvoyFilter.envoyFilter(service.name() + "-local-rate-limit")
            .workloadSelector(service.workloadSelector())
            .priority(RateLimitPatches.PRIORITY)
            .configPatches(RateLimitPatches.httpFilter(PatchContext.SIDECAR_INBOUND, httpFilter()));
    return service.namespace().map(filter::in).orElse(filter);
  }

  private JsonObject httpFilter() {
    return JsonValue.object()
        .with("name", "envoy.filters.http.local_ratelimit")
        .with(
            "typed_config",
            JsonValue.object()
                .with(
                    "@type",
                    "type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit")
                .with("stat_prefix", "http_local_rate_limiter")
                .with(
                    "token_bucket",
                    JsonValue.object()
                        .with("max_tokens", maxTokens)
                        .with("tokens_per_fill", tokensPerFill)
                        .with("fill_interval", Durations.seconds(fillInterval)))
                .with("filter_enabled", always("local_rate_limit_enabled"))
                .with("filter_enforced", always("local_rate_limit_enforced"))
                .with("enable_x_ratelimit_headers", "DRAFT_VERSION_03"));
  }

  private static JsonObject always(String runtimeKey) {
    return JsonValue.object()
        .with("runtime_key", runtimeKey)
        .with(
            "default_value",
            JsonValue.object().with("numerator", 100).with("denominator", "HUNDRED"));
  }

  @Override
  public List<Manifest> manifests() {
    return List.of(envoyFilter());
  }
}
