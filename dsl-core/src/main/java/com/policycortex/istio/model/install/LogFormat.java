package com.policycortex.istio.model.install;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.Optional;

/** The format of access logs. */
public sealed interface LogFormat extends Fields {

  /**
   * One line of text.
   *
   * @param value the value of {@code text}
   */
  record Text(String value) implements LogFormat {
    @Override
    public void writeTo(FieldWriter out) {
      out.string("text", value);
    }
  }

  /**
   * A JSON object.
   *
   * @param value the value of {@code labels}
   */
  record Labels(JsonObject value) implements LogFormat {
    @Override
    public void writeTo(FieldWriter out) {
      out.json("labels", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<LogFormat> read(FieldReader in) {
    return in.<LogFormat>oneof("log_format")
        .string("text", Text::new)
        .jsonObject("labels", Labels::new)
        .optional();
  }

  /** Reads a format; without an arm, the empty JSON object. */
  static LogFormat required(FieldReader in) {
    return read(in).orElseGet(() -> new Labels(JsonValue.object()));
  }
}
