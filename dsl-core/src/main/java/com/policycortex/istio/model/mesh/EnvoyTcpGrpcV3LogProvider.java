package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Access logs of TCP for a service that speaks Envoy's gRPC.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-EnvoyTcpGrpcV3LogProvider">EnvoyTcpGrpcV3LogProvider</a>
 */
@IstioStyle
@Value.Immutable
public abstract class EnvoyTcpGrpcV3LogProvider extends Message {

  EnvoyTcpGrpcV3LogProvider() {}

  /** The service at this host and port. */
  public static EnvoyTcpGrpcV3LogProvider envoyTcpGrpcV3LogProvider(String service, long port) {
    return ImmutableEnvoyTcpGrpcV3LogProvider.builder().service(service).port(port).build();
  }

  /**
   * The service, as {@code HOST} or {@code NAMESPACE/HOST}; the host is one of the registry.
   * Required by Istio.
   */
  public abstract Optional<String> service();

  /** A copy with this {@link #service()}. */
  public abstract EnvoyTcpGrpcV3LogProvider service(String service);

  /** 1 to 65535. Required by Istio. */
  public abstract Optional<Long> port();

  /** A copy with this {@link #port()}. */
  public abstract EnvoyTcpGrpcV3LogProvider port(long port);

  /** The name of the log. Default {@code tcp_envoy_accesslog}. */
  public abstract Optional<String> logName();

  /** A copy with this {@link #logName()}. */
  public abstract EnvoyTcpGrpcV3LogProvider logName(String logName);

  /** Objects of the filter state that are logged too. */
  public abstract List<String> filterStateObjectsToLog();

  /** A copy with this {@link #filterStateObjectsToLog()}. */
  public abstract EnvoyTcpGrpcV3LogProvider filterStateObjectsToLog(
      Iterable<String> filterStateObjectsToLog);

  /** A copy with these added to {@link #filterStateObjectsToLog()}. */
  public final EnvoyTcpGrpcV3LogProvider filterStateObjectsToLog(String first, String... more) {
    return filterStateObjectsToLog(added(filterStateObjectsToLog(), first, more));
  }

  static EnvoyTcpGrpcV3LogProvider read(FieldReader in) {
    return ImmutableEnvoyTcpGrpcV3LogProvider.builder()
        .origin(in.origin())
        .service(in.string("service"))
        .port(in.uint32("port"))
        .logName(in.string("logName"))
        .filterStateObjectsToLog(in.strings("filterStateObjectsToLog"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("service", service());
    out.int64("port", port());
    out.string("logName", logName());
    out.strings("filterStateObjectsToLog", filterStateObjectsToLog());
  }
}
