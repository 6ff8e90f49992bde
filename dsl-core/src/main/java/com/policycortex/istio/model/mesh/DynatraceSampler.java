package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Sampling that Dynatrace adapts.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-OpenTelemetryTracingProvider-DynatraceSampler">DynatraceSampler</a>
 */
@IstioStyle
@Value.Immutable
public abstract class DynatraceSampler extends Message {

  DynatraceSampler() {}

  /** The sampler of this customer and cluster. */
  public static DynatraceSampler dynatraceSampler(String tenant, int clusterId) {
    return ImmutableDynatraceSampler.builder().tenant(tenant).clusterId(clusterId).build();
  }

  /** The customer. Required by Istio. */
  public abstract Optional<String> tenant();

  /** A copy with this {@link #tenant()}. */
  public abstract DynatraceSampler tenant(String tenant);

  /** The cluster, as Dynatrace numbers it. Required by Istio. */
  public abstract Optional<Integer> clusterId();

  /** A copy with this {@link #clusterId()}. */
  public abstract DynatraceSampler clusterId(int clusterId);

  /** Spans a minute while Dynatrace does not answer. Default 1000, also for 0. */
  public abstract Optional<Long> rootSpansPerMinute();

  /** A copy with this {@link #rootSpansPerMinute()}. */
  public abstract DynatraceSampler rootSpansPerMinute(long rootSpansPerMinute);

  /** Where the sampling is asked for. Default: the provider itself. */
  public abstract Optional<DynatraceApi> httpService();

  /** A copy with this {@link #httpService()}. */
  public abstract DynatraceSampler httpService(DynatraceApi httpService);

  static DynatraceSampler read(FieldReader in) {
    return ImmutableDynatraceSampler.builder()
        .origin(in.origin())
        .tenant(in.string("tenant"))
        .clusterId(in.int32("clusterId"))
        .rootSpansPerMinute(in.uint32("rootSpansPerMinute"))
        .httpService(in.message("httpService", DynatraceApi::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("tenant", tenant());
    out.int32("clusterId", clusterId());
    out.int64("rootSpansPerMinute", rootSpansPerMinute());
    out.message("httpService", httpService());
  }
}
