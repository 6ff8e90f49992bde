package com.policycortex.istio.dsl.ratelimit;

import com.policycortex.istio.dsl.Label;
import com.policycortex.istio.dsl.Pattern;
import com.policycortex.istio.dsl.ServiceAccountRef;
import com.policycortex.istio.dsl.ServiceRef;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.model.networking.ApplyTo;
import com.policycortex.istio.model.networking.EnvoyConfigObjectMatch;
import com.policycortex.istio.model.networking.EnvoyConfigObjectPatch;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.Patch;
import com.policycortex.istio.model.networking.PatchContext;
import com.policycortex.istio.model.networking.PatchOperation;
import com.policycortex.istio.wire.Durations;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.YamlText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * A gateway asks a service that counts for all proxies together; who is over a limit gets 429. It
 * yields the service (Envoy's own, with its configuration) and the gateway's filter.
 *
 * @see <a
 *     href="https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/rate_limit_filter">Rate
 *     limit</a>
 */
@IstioStyle
@Value.Immutable
public abstract class GlobalRateLimit implements Pattern {

  /** The image of Envoy's rate-limit service that Istio's own sample uses. */
  public static final String IMAGE = "docker.io/envoyproxy/ratelimit:30a4ce1a";

  GlobalRateLimit() {}

  /**
   * Limits at a gateway, counted in a store that speaks Redis' protocol. The service runs in the
   * store's namespace and is called {@code ratelimit}.
   */
  public static GlobalRateLimit globalRateLimit(ServiceRef gateway, ServiceRef store) {
    return ImmutableGlobalRateLimit.builder().gateway(gateway).store(store).build();
  }

  /** Whose requests are limited. */
  public abstract ServiceRef gateway();

  /** Where the counters are. */
  public abstract ServiceRef store();

  /** Under which name the service knows these limits. Default: the store's namespace. */
  @Value.Default
  public String domain() {
    return store().namespace().orElse("default");
  }

  /** A copy with this {@link #domain()}. */
  public abstract GlobalRateLimit domain(String domain);

  /** The limits; a request must be within all that apply to it. */
  public abstract List<RateLimit> limits();

  /** A copy with these {@link #limits()}. */
  public abstract GlobalRateLimit limits(Iterable<? extends RateLimit> limits);

  /** A copy with these {@link #limits()} too. */
  public final GlobalRateLimit limits(RateLimit first, RateLimit... more) {
    List<RateLimit> all = new ArrayList<>(limits());
    all.add(first);
    all.addAll(List.of(more));
    return limits(all);
  }

  /** Whether requests are refused while the service does not answer. Default false. */
  @Value.Default
  public boolean failClosed() {
    return false;
  }

  /** A copy with this {@link #failClosed()}. */
  public abstract GlobalRateLimit failClosed(boolean failClosed);

  /** How long the gateway waits for the service. Default 100 ms. */
  @Value.Default
  public Duration timeout() {
    return Duration.ofMillis(100);
  }

  /** A copy with this {@link #timeout()}. */
  public abstract GlobalRateLimit timeout(Duration timeout);

  /** The image of the service. Default {@link #IMAGE}. */
  @Value.Default
  public String image() {
    return IMAGE;
  }

  /** A copy with this {@link #image()}. */
  public abstract GlobalRateLimit image(String image);

  /** The pods of the service. Default 2. */
  @Value.Default
  public int replicas() {
    return 2;
  }

  /** A copy with this {@link #replicas()}. */
  public abstract GlobalRateLimit replicas(int replicas);

  /** The rate-limit service, to refer to. */
  public ServiceRef service() {
    ServiceRef service =
        ServiceRef.service("ratelimit")
            .grpc(8081)
            .runsAs(store().namespace().map(ns -> account().in(ns)).orElse(account()));
    return store().namespace().map(service::in).orElse(service);
  }

  private ServiceAccountRef account() {
    return ServiceAccountRef.serviceAccount("ratelimit")
        .trustDomain(store().serviceAccount().trustDomain());
  }

  /** The limits as the service reads them. */
  public ConfigMap configMap() {
    ConfigMap configuration =
        ConfigMap.configMap("ratelimit-config").data(Map.of("config.yaml", configuration()));
    return store().namespace().map(configuration::in).orElse(configuration);
  }

  private String configuration() {
    return YamlText.of(RateLimitConfiguration.of(domain(), limits()));
  }

  /** The gateway's filter, and by what it counts. */
  public EnvoyFilter envoyFilter() {
    EnvoyFilter filter =
        EnvoyFilter.envoyFilter(domain() + "-global-rate-limit")
            .workloadSelector(gateway().workloadSelector())
            .priority(RateLimitPatches.PRIORITY)
            .configPatches(
                RateLimitPatches.httpFilter(PatchContext.GATEWAY, httpFilter()), actions());
    return gateway().namespace().map(filter::in).orElse(filter);
  }

  private JsonObject httpFilter() {
    return JsonValue.object()
        .with("name", "envoy.filters.http.ratelimit")
        .with(
            "typed_config",
            JsonValue.object()
                .with(
                    "@type",
                    "type.googleapis.com/envoy.extensions.filters.http.ratelimit.v3.RateLimit")
                .with("domain", domain())
                .with("failure_mode_deny", failClosed())
                .with("timeout", Durations.seconds(timeout()))
                .with("enable_x_ratelimit_headers", "DRAFT_VERSION_03")
                .with(
                    "rate_limit_service",
                    JsonValue.object()
                        .with(
                            "grpc_service",
                            JsonValue.object()
                                .with(
                                    "envoy_grpc",
                                    JsonValue.object()
                                        .with("cluster_name", "outbound|8081||" + service().host())
                                        .with("authority", service().host())))
                        .with("transport_api_version", "V3")));
  }

  private EnvoyConfigObjectPatch actions() {
    List<JsonValue> actions =
        limits().stream()
            .map(RateLimit::keys)
            .distinct()
            .map(
                keys ->
                    (JsonValue)
                        JsonValue.object()
                            .with(
                                "actions",
                                new JsonArray(
                                    keys.stream().map(key -> (JsonValue) key.action()).toList())))
            .toList();
    return EnvoyConfigObjectPatch.envoyConfigObjectPatch()
        .applyTo(ApplyTo.VIRTUAL_HOST)
        .match(EnvoyConfigObjectMatch.envoyConfigObjectMatch().context(PatchContext.GATEWAY))
        .patch(
            Patch.patch()
                .operation(PatchOperation.MERGE)
                .value(JsonValue.object().with("rate_limits", new JsonArray(actions))));
  }

  @Override
  public List<Manifest> manifests() {
    List<Manifest> manifests = new ArrayList<>();
    manifests.add(service().serviceAccount().manifest());
    manifests.add(configMap());
    manifests.addAll(RateLimitService.manifests(this, configuration()));
    manifests.add(envoyFilter());
    return manifests;
  }

  /** The labels of the service's pods. */
  List<Label> podLabels() {
    return List.of(Label.label("app", "ratelimit"), Label.label("version", "v1"));
  }

  /** {@code GlobalRateLimit of istio-ingressgateway: 1000 a minute by remote_address; …}. */
  @Override
  public String toString() {
    return "GlobalRateLimit of "
        + gateway()
        + ": "
        + String.join("; ", limits().stream().map(RateLimit::toString).toList());
  }
}
