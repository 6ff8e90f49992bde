package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/** How a probe asks. */
public sealed interface ProbeHandler extends Fields {

  /**
   * An HTTP request.
   *
   * @param value the value of {@code httpGet}
   */
  record HttpGet(HttpGetAction value) implements ProbeHandler {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("httpGet", value);
    }
  }

  /**
   * A connection.
   *
   * @param value the value of {@code tcpSocket}
   */
  record TcpSocket(TcpSocketAction value) implements ProbeHandler {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("tcpSocket", value);
    }
  }

  /**
   * gRPC's health service.
   *
   * @param value the value of {@code grpc}
   */
  record Grpc(GrpcAction value) implements ProbeHandler {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("grpc", value);
    }
  }

  /**
   * A command.
   *
   * @param value the value of {@code exec}
   */
  record Exec(ExecAction value) implements ProbeHandler {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("exec", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<ProbeHandler> read(FieldReader in) {
    return in.<ProbeHandler>oneof("handler")
        .message("httpGet", HttpGetAction::read, HttpGet::new)
        .message("tcpSocket", TcpSocketAction::read, TcpSocket::new)
        .message("grpc", GrpcAction::read, Grpc::new)
        .message("exec", ExecAction::read, Exec::new)
        .optional();
  }
}
