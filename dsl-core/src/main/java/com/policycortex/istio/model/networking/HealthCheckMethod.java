package com.policycortex.istio.model.networking;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/** What a probe asks. */
public sealed interface HealthCheckMethod extends Fields {

  /**
   * An HTTP request.
   *
   * @param value the value of {@code httpGet}
   */
  record HttpGet(HttpHealthCheckConfig value) implements HealthCheckMethod {
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
  record TcpSocket(TcpHealthCheckConfig value) implements HealthCheckMethod {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("tcpSocket", value);
    }
  }

  /**
   * A command.
   *
   * @param value the value of {@code exec}
   */
  record Exec(ExecHealthCheckConfig value) implements HealthCheckMethod {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("exec", value);
    }
  }

  /**
   * gRPC's health service.
   *
   * @param value the value of {@code grpc}
   */
  record Grpc(GrpcHealthCheckConfig value) implements HealthCheckMethod {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("grpc", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<HealthCheckMethod> read(FieldReader in) {
    return in.<HealthCheckMethod>oneof("health_check_method")
        .message("httpGet", HttpHealthCheckConfig::read, HttpGet::new)
        .message("tcpSocket", TcpHealthCheckConfig::read, TcpSocket::new)
        .message("exec", ExecHealthCheckConfig::read, Exec::new)
        .message("grpc", GrpcHealthCheckConfig::read, Grpc::new)
        .optional();
  }
}
