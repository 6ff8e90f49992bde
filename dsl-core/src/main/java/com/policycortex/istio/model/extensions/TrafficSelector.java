package com.policycortex.istio.model.extensions;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * For which traffic a plugin is.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/#WasmPlugin-TrafficSelector">TrafficSelector</a>
 */
@IstioStyle
@Value.Immutable
public abstract class TrafficSelector extends Message {

  TrafficSelector() {}

  /** A value that sets nothing yet. */
  public static TrafficSelector trafficSelector() {
    return ImmutableTrafficSelector.builder().build();
  }

  /** On which side. Default both. */
  public abstract Optional<TrafficMode> mode();

  /** A copy with this {@link #mode()}. */
  public abstract TrafficSelector mode(TrafficMode mode);

  /** On which ports. Default: all. */
  public abstract List<TrafficPort> ports();

  /** A copy with this {@link #ports()}. */
  public abstract TrafficSelector ports(Iterable<? extends TrafficPort> ports);

  /** A copy with these added to {@link #ports()}. */
  public final TrafficSelector ports(TrafficPort first, TrafficPort... more) {
    return ports(added(ports(), first, more));
  }

  static TrafficSelector read(FieldReader in) {
    return ImmutableTrafficSelector.builder()
        .origin(in.origin())
        .mode(in.enumeration("mode", TrafficMode.class))
        .ports(in.messages("ports", TrafficPort::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.enumeration("mode", mode());
    out.messages("ports", ports());
  }
}
