package com.policycortex.istio.model.networking;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/** What an aborted request is answered with. */
public sealed interface AbortError extends Fields {

  /**
   * An HTTP status.
   *
   * @param value the value of {@code httpStatus}
   */
  record HttpStatus(int value) implements AbortError {
    @Override
    public void writeTo(FieldWriter out) {
      out.int64("httpStatus", value);
    }
  }

  /**
   * A gRPC status name.
   *
   * @param value the value of {@code grpcStatus}
   */
  record GrpcStatus(String value) implements AbortError {
    @Override
    public void writeTo(FieldWriter out) {
      out.string("grpcStatus", value);
    }
  }

  /**
   * Not supported: Istio refuses it.
   *
   * @param value the value of {@code http2Error}
   */
  record Http2Error(String value) implements AbortError {
    @Override
    public void writeTo(FieldWriter out) {
      out.string("http2Error", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<AbortError> read(FieldReader in) {
    return in.<AbortError>oneof("error_type")
        .int32("httpStatus", HttpStatus::new)
        .string("grpcStatus", GrpcStatus::new)
        .string("http2Error", Http2Error::new)
        .optional();
  }
}
