package com.policycortex.istio.model.mesh;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/** Where the value of a tag comes from. */
public sealed interface TracingCustomTagType extends Fields {

  /**
   * Always the same.
   *
   * @param value the value of {@code literal}
   */
  record Literal(TracingLiteral value) implements TracingCustomTagType {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("literal", value);
    }
  }

  /**
   * A variable of the proxy.
   *
   * @param value the value of {@code environment}
   */
  record Environment(TracingEnvironment value) implements TracingCustomTagType {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("environment", value);
    }
  }

  /**
   * A header of the request.
   *
   * @param value the value of {@code header}
   */
  record Header(TracingRequestHeader value) implements TracingCustomTagType {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("header", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<TracingCustomTagType> read(FieldReader in) {
    return in.<TracingCustomTagType>oneof("type")
        .message("literal", TracingLiteral::read, Literal::new)
        .message("environment", TracingEnvironment::read, Environment::new)
        .message("header", TracingRequestHeader::read, Header::new)
        .optional();
  }
}
