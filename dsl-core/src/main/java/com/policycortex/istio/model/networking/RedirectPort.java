package com.policycortex.istio.model.networking;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/** The port that a redirect names. */
public sealed interface RedirectPort extends Fields {

  /**
   * This port.
   *
   * @param value the value of {@code port}
   */
  record Port(long value) implements RedirectPort {
    @Override
    public void writeTo(FieldWriter out) {
      out.int64("port", value);
    }
  }

  /**
   * A port derived from the protocol or the request.
   *
   * @param value the value of {@code derivePort}
   */
  record DerivePort(RedirectPortSelection value) implements RedirectPort {
    @Override
    public void writeTo(FieldWriter out) {
      out.enumeration("derivePort", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<RedirectPort> read(FieldReader in) {
    return in.<RedirectPort>oneof("redirect_port")
        .uint32("port", Port::new)
        .enumeration("derivePort", RedirectPortSelection.class, DerivePort::new)
        .optional();
  }
}
