package com.policycortex.istio.model.mesh;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import com.policycortex.istio.wire.JsonValue.JsonObject;

/** The format of access logs in a file. */
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

  /** {@code {}}: Istio's own text. */
  record Default() implements LogFormat {
    @Override
    public void writeTo(FieldWriter out) {
      // Nothing is set.
    }
  }

  /** Reads a format. */
  static LogFormat read(FieldReader in) {
    return in.<LogFormat>oneof("log_format")
        .string("text", Text::new)
        .jsonObject("labels", Labels::new)
        .optional()
        .orElseGet(Default::new);
  }
}
