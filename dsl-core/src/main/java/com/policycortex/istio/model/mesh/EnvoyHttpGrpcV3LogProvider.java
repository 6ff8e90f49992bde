package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Access logs of HTTP for a service that speaks Envoy's gRPC.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-EnvoyHttpGrpcV3LogProvider">EnvoyHttpGrpcV3LogProvider</a>
 */
@IstioStyle
@Value.Immutable
public abstract class EnvoyHttpGrpcV3LogProvider extends Message {

  EnvoyHttpGrpcV3LogProvider() {}

  /** The service at this host and port. */
  public static EnvoyHttpGrpcV3LogProvider envoyHttpGrpcV3LogProvider(String service, long port) {
    return ImmutableEnvoyHttpGrpcV3LogProvider.builder().service(service).port(port).build();
  }

  /**
   * The service, as {@code HOST} or {@code NAMESPACE/HOST}; the host is one of the registry.
   * Required by Istio.
   */
  public abstract Optional<String> service();

  /** A copy with this {@link #service()}. */
  public abstract EnvoyHttpGrpcV3LogProvider service(String service);

  /** 1 to 65535. Required by Istio. */
  public abstract Optional<Long> port();

  /** A copy with this {@link #port()}. */
  public abstract EnvoyHttpGrpcV3LogProvider port(long port);

  /** The name of the log. Default {@code http_envoy_accesslog}. */
  public abstract Optional<String> logName();

  /** A copy with this {@link #logName()}. */
  public abstract EnvoyHttpGrpcV3LogProvider logName(String logName);

  /** Objects of the filter state that are logged too. */
  public abstract List<String> filterStateObjectsToLog();

  /** A copy with this {@link #filterStateObjectsToLog()}. */
  public abstract EnvoyHttpGrpcV3LogProvider filterStateObjectsToLog(
      Iterable<String> filterStateObjectsToLog);

  /** A copy with these added to {@link #filterStateObjectsToLog()}. */
  public final EnvoyHttpGrpcV3LogProvider filterStateObjectsToLog(String first, String... more) {
    return filterStateObjectsToLog(added(filterStateObjectsToLog(), first, more));
  }

  /** Headers of requests that are logged too. */
  public abstract List<String> additionalRequestHeadersToLog();

  /** A copy with this {@link #additionalRequestHeadersToLog()}. */
  public abstract EnvoyHttpGrpcV3LogProvider additionalRequestHeadersToLog(
      Iterable<String> additionalRequestHeadersToLog);

  /** A copy with these added to {@link #additionalRequestHeadersToLog()}. */
  public final EnvoyHttpGrpcV3LogProvider additionalRequestHeadersToLog(
      String first, String... more) {
    return additionalRequestHeadersToLog(added(additionalRequestHeadersToLog(), first, more));
  }

  /** Headers of responses that are logged too. */
  public abstract List<String> additionalResponseHeadersToLog();

  /** A copy with this {@link #additionalResponseHeadersToLog()}. */
  public abstract EnvoyHttpGrpcV3LogProvider additionalResponseHeadersToLog(
      Iterable<String> additionalResponseHeadersToLog);

  /** A copy with these added to {@link #additionalResponseHeadersToLog()}. */
  public final EnvoyHttpGrpcV3LogProvider additionalResponseHeadersToLog(
      String first, String... more) {
    return additionalResponseHeadersToLog(added(additionalResponseHeadersToLog(), first, more));
  }

  /** Trailers of responses that are logged too. */
  public abstract List<String> additionalResponseTrailersToLog();

  /** A copy with this {@link #additionalResponseTrailersToLog()}. */
  public abstract EnvoyHttpGrpcV3LogProvider additionalResponseTrailersToLog(
      Iterable<String> additionalResponseTrailersToLog);

  /** A copy with these added to {@link #additionalResponseTrailersToLog()}. */
  public final EnvoyHttpGrpcV3LogProvider additionalResponseTrailersToLog(
      String first, String... more) {
    return additionalResponseTrailersToLog(added(additionalResponseTrailersToLog(), first, more));
  }

  static EnvoyHttpGrpcV3LogProvider read(FieldReader in) {
    return ImmutableEnvoyHttpGrpcV3LogProvider.builder()
        .origin(in.origin())
        .service(in.string("service"))
        .port(in.uint32("port"))
        .logName(in.string("logName"))
        .filterStateObjectsToLog(in.strings("filterStateObjectsToLog"))
        .additionalRequestHeadersToLog(in.strings("additionalRequestHeadersToLog"))
        .additionalResponseHeadersToLog(in.strings("additionalResponseHeadersToLog"))
        .additionalResponseTrailersToLog(in.strings("additionalResponseTrailersToLog"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("service", service());
    out.int64("port", port());
    out.string("logName", logName());
    out.strings("filterStateObjectsToLog", filterStateObjectsToLog());
    out.strings("additionalRequestHeadersToLog", additionalRequestHeadersToLog());
    out.strings("additionalResponseHeadersToLog", additionalResponseHeadersToLog());
    out.strings("additionalResponseTrailersToLog", additionalResponseTrailersToLog());
  }
}
