package com.policycortex.istio.model.telemetry;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * On which side of a connection.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/telemetry/#Tracing-TracingSelector">ModeSelector</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ModeSelector extends Message {

  ModeSelector() {}

  /** A value that sets nothing yet. */
  public static ModeSelector modeSelector() {
    return ImmutableModeSelector.builder().build();
  }

  /** Default {@link WorkloadMode#CLIENT_AND_SERVER}. */
  public abstract Optional<WorkloadMode> mode();

  /** A copy with this {@link #mode()}. */
  public abstract ModeSelector mode(WorkloadMode mode);

  static ModeSelector read(FieldReader in) {
    return ImmutableModeSelector.builder()
        .origin(in.origin())
        .mode(in.enumeration("mode", WorkloadMode.class))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.enumeration("mode", mode());
  }
}
