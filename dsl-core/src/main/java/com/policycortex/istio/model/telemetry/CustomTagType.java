package com.policycortex.istio.model.telemetry;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/** Where a tag's value comes from. */
public sealed interface CustomTagType extends Fields {

  /**
   * A fixed text.
   *
   * @param value the value of {@code literal}
   */
  record Literal(LiteralTag value) implements CustomTagType {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("literal", value);
    }
  }

  /**
   * The proxy's environment.
   *
   * @param value the value of {@code environment}
   */
  record Environment(EnvironmentTag value) implements CustomTagType {
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
  record Header(HeaderTag value) implements CustomTagType {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("header", value);
    }
  }

  /**
   * A format of Envoy's access logs. Since Istio 1.29.
   *
   * @param value the value of {@code formatter}
   */
  record Formatter(FormatterTag value) implements CustomTagType {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("formatter", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<CustomTagType> read(FieldReader in) {
    return in.<CustomTagType>oneof("type")
        .message("literal", LiteralTag::read, Literal::new)
        .message("environment", EnvironmentTag::read, Environment::new)
        .message("header", HeaderTag::read, Header::new)
        .message("formatter", FormatterTag::read, Formatter::new)
        .optional();
  }
}
