package com.policycortex.istio.model.networking;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/** The body of a direct response. */
public sealed interface HttpBody extends Fields {

  /**
   * A text.
   *
   * @param value the value of {@code string}
   */
  record Text(String value) implements HttpBody {
    @Override
    public void writeTo(FieldWriter out) {
      out.string("string", value);
    }
  }

  /**
   * Bytes in base64.
   *
   * @param value the value of {@code bytes}
   */
  record Base64(String value) implements HttpBody {
    @Override
    public void writeTo(FieldWriter out) {
      out.string("bytes", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<HttpBody> read(FieldReader in) {
    return in.<HttpBody>oneof("specifier")
        .string("string", Text::new)
        .base64("bytes", Base64::new)
        .optional();
  }
}
