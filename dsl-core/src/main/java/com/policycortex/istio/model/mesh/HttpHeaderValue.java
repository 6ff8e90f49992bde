package com.policycortex.istio.model.mesh;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/** The value of a header. */
public sealed interface HttpHeaderValue extends Fields {

  /**
   * The value itself.
   *
   * @param value the value of {@code value}
   */
  record Value(String value) implements HttpHeaderValue {
    @Override
    public void writeTo(FieldWriter out) {
      out.string("value", value);
    }
  }

  /**
   * A variable of istiod's environment that has the value.
   *
   * @param value the value of {@code envName}
   */
  record EnvName(String value) implements HttpHeaderValue {
    @Override
    public void writeTo(FieldWriter out) {
      out.string("envName", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<HttpHeaderValue> read(FieldReader in) {
    return in.<HttpHeaderValue>oneof("header_value")
        .string("value", Value::new)
        .string("envName", EnvName::new)
        .optional();
  }
}
