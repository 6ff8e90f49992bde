package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A port of a service, Istio's {@code ServicePort}.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/service-entry/#ServicePort">ServiceEntryPort</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ServiceEntryPort extends Message {

  ServiceEntryPort() {}

  /** A port of this number and name. */
  public static ServiceEntryPort serviceEntryPort(long number, String name) {
    return ImmutableServiceEntryPort.builder().number(number).name(name).build();
  }

  /** 1 to 65535. */
  public abstract long number();

  /** A copy with this {@link #number()}. */
  public abstract ServiceEntryPort number(long number);

  /** As for a gateway's port. */
  public abstract Optional<String> protocol();

  /** A copy with this {@link #protocol()}. */
  public abstract ServiceEntryPort protocol(String protocol);

  /** A label for the port, unique in the service. */
  public abstract String name();

  /** A copy with this {@link #name()}. */
  public abstract ServiceEntryPort name(String name);

  /** The port of the endpoints. Default: the number. */
  public abstract Optional<Long> targetPort();

  /** A copy with this {@link #targetPort()}. */
  public abstract ServiceEntryPort targetPort(long targetPort);

  static ServiceEntryPort read(FieldReader in) {
    return ImmutableServiceEntryPort.builder()
        .origin(in.origin())
        .number(in.requiredUint32("number"))
        .protocol(in.string("protocol"))
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
