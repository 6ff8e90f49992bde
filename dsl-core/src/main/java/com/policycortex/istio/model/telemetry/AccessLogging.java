package com.policycortex.istio.model.telemetry;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Access logs.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/telemetry/#AccessLogging">AccessLogging</a>
 */
@IstioStyle
@Value.Immutable
public abstract class AccessLogging extends Message {

  AccessLogging() {}

  /** A value that sets nothing yet. */
  public static AccessLogging accessLogging() {
    return ImmutableAccessLogging.builder().build();
  }

  /** On which side. */
  public abstract Optional<ModeSelector> match();

  /** A copy with this {@link #match()}. */
  public abstract AccessLogging match(ModeSelector match);

  /** Where they are written. Default: MeshConfig's. */
  public abstract List<ProviderRef> providers();

  /** A copy with this {@link #providers()}. */
  public abstract AccessLogging providers(Iterable<? extends ProviderRef> providers);

  /** A copy with these added to {@link #providers()}. */
  public final AccessLogging providers(ProviderRef first, ProviderRef... more) {
    return providers(added(providers(), first, more));
  }

  /** Whether none are written. Default false. */
  public abstract Optional<Boolean> disabled();

  /** A copy with this {@link #disabled()}. */
  public abstract AccessLogging disabled(boolean disabled);

  /** Which requests are logged. Default: all. */
  public abstract Optional<AccessLoggingFilter> filter();

  /** A copy with this {@link #filter()}. */
  public abstract AccessLogging filter(AccessLoggingFilter filter);

  static AccessLogging read(FieldReader in) {
    return ImmutableAccessLogging.builder()
        .origin(in.origin())
        .match(in.message("match", ModeSelector::read))
        .providers(in.messages("providers", ProviderRef::read))
        .disabled(in.bool("disabled"))
        .filter(in.message("filter", AccessLoggingFilter::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("match", match());
    out.messages("providers", providers());
    out.bool("disabled", disabled());
    out.message("filter", filter());
  }
}
