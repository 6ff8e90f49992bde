package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Access logs by OTLP.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-EnvoyOpenTelemetryLogProvider">EnvoyOpenTelemetryLogProvider</a>
 */
@IstioStyle
@Value.Immutable
public abstract class EnvoyOpenTelemetryLogProvider extends Message {

  EnvoyOpenTelemetryLogProvider() {}

  /** The service at this host and port. */
  public static EnvoyOpenTelemetryLogProvider envoyOpenTelemetryLogProvider(
      String service, long port) {
    return ImmutableEnvoyOpenTelemetryLogProvider.builder().service(service).port(port).build();
  }

  /**
   * The collector, as {@code HOST} or {@code NAMESPACE/HOST}; the host is one of the registry.
   * Required by Istio.
   */
  public abstract Optional<String> service();

  /** A copy with this {@link #service()}. */
  public abstract EnvoyOpenTelemetryLogProvider service(String service);

  /** 1 to 65535. Required by Istio. */
  public abstract Optional<Long> port();

  /** A copy with this {@link #port()}. */
  public abstract EnvoyOpenTelemetryLogProvider port(long port);

  /** The name of the log. Default {@code otel_envoy_accesslog}. */
  public abstract Optional<String> logName();

  /** A copy with this {@link #logName()}. */
  public abstract EnvoyOpenTelemetryLogProvider logName(String logName);

  /** The format. Default: Istio's. */
  public abstract Optional<OpenTelemetryLogFormat> logFormat();

  /** A copy with this {@link #logFormat()}. */
  public abstract EnvoyOpenTelemetryLogProvider logFormat(OpenTelemetryLogFormat logFormat);

  static EnvoyOpenTelemetryLogProvider read(FieldReader in) {
    return ImmutableEnvoyOpenTelemetryLogProvider.builder()
        .origin(in.origin())
        .service(in.string("service"))
        .port(in.uint32("port"))
        .logName(in.string("logName"))
        .logFormat(in.message("logFormat", OpenTelemetryLogFormat::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("service", service());
    out.int64("port", port());
    out.string("logName", logName());
    out.message("logFormat", logFormat());
  }
}
