package com.policycortex.istio.model.extensions;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import org.immutables.value.Value;

/**
 * A port.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/#WasmPlugin-TrafficSelector">TrafficPort</a>
 */
@IstioStyle
@Value.Immutable
public abstract class TrafficPort extends Message {

  TrafficPort() {}

  /** This port. */
  public static TrafficPort trafficPort(long number) {
    return ImmutableTrafficPort.builder().number(number).build();
  }

  /** 1 to 65535. */
  public abstract long number();

  /** A copy with this {@link #number()}. */
  public abstract TrafficPort number(long number);

  static TrafficPort read(FieldReader in) {
    return ImmutableTrafficPort.builder()
        .origin(in.origin())
        .number(in.requiredUint32("number"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.int64("number", number());
  }
}
