package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A port of a gateway.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/#Port">Port</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Port extends Message {

  Port() {}

  /** A port of this number, protocol and name. */
  public static Port port(long number, String protocol, String name) {
    return ImmutablePort.builder().number(number).protocol(protocol).name(name).build();
  }

  /** 1 to 65535. */
  public abstract long number();

  /** A copy with this {@link #number()}. */
  public abstract Port number(long number);

  /**
   * {@code HTTP}, {@code HTTPS}, {@code GRPC}, {@code GRPC-WEB}, {@code HTTP2}, {@code MONGO},
   * {@code TCP} or {@code TLS}.
   */
  public abstract String protocol();

  /** A copy with this {@link #protocol()}. */
  public abstract Port protocol(String protocol);

  /** A label for the port, unique in the gateway. */
  public abstract String name();

  /** A copy with this {@link #name()}. */
  public abstract Port name(String name);

  /** Former way to name the port of the pods; ignored. */
  public abstract Optional<Long> targetPort();

  static Port read(FieldReader in) {
    return ImmutablePort.builder()
        .origin(in.origin())
        .number(in.requiredUint32("number"))
        .protocol(in.requiredString("protocol"))
        .name(in.requiredString("name"))
        .targetPort(in.uint32("targetPort"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.int64("number", number());
    out.string("protocol", protocol());
    out.string("name", name());
    out.int64("targetPort", targetPort());
  }
}
