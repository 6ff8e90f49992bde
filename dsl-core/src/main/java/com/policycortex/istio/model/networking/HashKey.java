package com.policycortex.istio.model.networking;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/** What of a request is hashed. */
public sealed interface HashKey extends Fields {

  /**
   * A header.
   *
   * @param value the value of {@code httpHeaderName}
   */
  record HttpHeaderName(String value) implements HashKey {
    @Override
    public void writeTo(FieldWriter out) {
      out.string("httpHeaderName", value);
    }
  }

  /**
   * A cookie.
   *
   * @param value the value of {@code httpCookie}
   */
  record Cookie(HttpCookie value) implements HashKey {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("httpCookie", value);
    }
  }

  /**
   * The source address.
   *
   * @param value the value of {@code useSourceIp}
   */
  record UseSourceIp(boolean value) implements HashKey {
    @Override
    public void writeTo(FieldWriter out) {
      out.bool("useSourceIp", value);
    }
  }

  /**
   * A query parameter.
   *
   * @param value the value of {@code httpQueryParameterName}
   */
  record HttpQueryParameterName(String value) implements HashKey {
    @Override
    public void writeTo(FieldWriter out) {
      out.string("httpQueryParameterName", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<HashKey> read(FieldReader in) {
    return in.<HashKey>oneof("hash_key")
        .string("httpHeaderName", HttpHeaderName::new)
        .message("httpCookie", HttpCookie::read, Cookie::new)
        .bool("useSourceIp", UseSourceIp::new)
        .string("httpQueryParameterName", HttpQueryParameterName::new)
        .optional();
  }
}
