package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A port of a sidecar's listener.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/sidecar/#SidecarPort">SidecarPort</a>
 */
@IstioStyle
@Value.Immutable
public abstract class SidecarPort extends Message {

  SidecarPort() {}

  /** A value that sets nothing yet. */
  public static SidecarPort sidecarPort() {
    return ImmutableSidecarPort.builder().build();
  }

  /** 1 to 65535. */
  public abstract Optional<Long> number();

  /** A copy with this {@link #number()}. */
  public abstract SidecarPort number(long number);

  /** As for a gateway's port. */
  public abstract Optional<String> protocol();

  /** A copy with this {@link #protocol()}. */
  public abstract SidecarPort protocol(String protocol);

  /** A label for the port. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract SidecarPort name(String name);

  /** Ignored. */
  public abstract Optional<Long> targetPort();

  static SidecarPort read(FieldReader in) {
    return ImmutableSidecarPort.builder()
        .origin(in.origin())
        .number(in.uint32("number"))
        .protocol(in.string("protocol"))
        .name(in.string("name"))
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
