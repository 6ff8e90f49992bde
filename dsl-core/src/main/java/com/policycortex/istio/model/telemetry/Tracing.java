package com.policycortex.istio.model.telemetry;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Traces.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/telemetry/#Tracing">Tracing</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Tracing extends Message {

  Tracing() {}

  /** A value that sets nothing yet. */
  public static Tracing tracing() {
    return ImmutableTracing.builder().build();
  }

  /** On which side. */
  public abstract Optional<ModeSelector> match();

  /** A copy with this {@link #match()}. */
  public abstract Tracing match(ModeSelector match);

  /** Where spans are sent; at most one. Default: MeshConfig's. */
  public abstract List<ProviderRef> providers();

  /** A copy with this {@link #providers()}. */
  public abstract Tracing providers(Iterable<? extends ProviderRef> providers);

  /** A copy with these added to {@link #providers()}. */
  public final Tracing providers(ProviderRef first, ProviderRef... more) {
    return providers(added(providers(), first, more));
  }

  /** The share of requests that is traced, 0.0 to 100.0 %. Default 1. */
  public abstract Optional<Double> randomSamplingPercentage();

  /** A copy with this {@link #randomSamplingPercentage()}. */
  public abstract Tracing randomSamplingPercentage(double randomSamplingPercentage);

  /** Whether no spans are sent; headers are passed on all the same. Default false. */
  public abstract Optional<Boolean> disableSpanReporting();

  /** A copy with this {@link #disableSpanReporting()}. */
  public abstract Tracing disableSpanReporting(boolean disableSpanReporting);

  /** Tags of each span. */
  public abstract Map<String, CustomTag> customTags();

  /** A copy with this {@link #customTags()}. */
  public abstract Tracing customTags(Map<String, ? extends CustomTag> customTags);

  /** Whether the request id carries the decision to sample. Default true. */
  public abstract Optional<Boolean> useRequestIdForTraceSampling();

  /** A copy with this {@link #useRequestIdForTraceSampling()}. */
  public abstract Tracing useRequestIdForTraceSampling(boolean useRequestIdForTraceSampling);

  /** Whether spans carry Istio's own tags. Default true. */
  public abstract Optional<Boolean> enableIstioTags();

  /** A copy with this {@link #enableIstioTags()}. */
  public abstract Tracing enableIstioTags(boolean enableIstioTags);

  /** Whether trace headers are not added. Since Istio 1.30. */
  public abstract Optional<Boolean> disableContextPropagation();

  /** A copy with this {@link #disableContextPropagation()}. */
  public abstract Tracing disableContextPropagation(boolean disableContextPropagation);

  static Tracing read(FieldReader in) {
    return ImmutableTracing.builder()
        .origin(in.origin())
        .match(in.message("match", ModeSelector::read))
        .providers(in.messages("providers", ProviderRef::read))
        .randomSamplingPercentage(in.number("randomSamplingPercentage"))
        .disableSpanReporting(in.bool("disableSpanReporting"))
        .customTags(in.messageMap("customTags", CustomTag::read))
        .useRequestIdForTraceSampling(in.bool("useRequestIdForTraceSampling"))
        .enableIstioTags(in.bool("enableIstioTags"))
        .disableContextPropagation(in.bool("disableContextPropagation"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("match", match());
    out.messages("providers", providers());
    out.number("randomSamplingPercentage", randomSamplingPercentage());
    out.bool("disableSpanReporting", disableSpanReporting());
    out.messageMap("customTags", customTags());
    out.bool("useRequestIdForTraceSampling", useRequestIdForTraceSampling());
    out.bool("enableIstioTags", enableIstioTags());
    out.bool("disableContextPropagation", disableContextPropagation());
  }
}
