package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A service that proxies use beside those of the application: an authorizer, a collector, a log.
 * Telemetry and AuthorizationPolicy name it.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider">ExtensionProvider</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ExtensionProvider extends Message {

  ExtensionProvider() {}

  /** The provider of this name. */
  public static ExtensionProvider extensionProvider(String name) {
    return ImmutableExtensionProvider.builder().name(name).build();
  }

  /** The name that others use; unique. Empty where none is written, which istiod only logs. */
  public abstract String name();

  /** A copy with this {@link #name()}. */
  public abstract ExtensionProvider name(String name);

  /** What it is. */
  public abstract Optional<Provider> provider();

  /** A copy with this {@link #provider()}. */
  public abstract ExtensionProvider provider(Provider provider);

  /** A copy that is this. An authorizer that is asked by HTTP. */
  public final ExtensionProvider envoyExtAuthzHttp(
      EnvoyExternalAuthorizationHttpProvider provider) {
    return provider(new Provider.EnvoyExtAuthzHttp(provider));
  }

  /** A copy that is this. An authorizer that is asked by gRPC. */
  public final ExtensionProvider envoyExtAuthzGrpc(
      EnvoyExternalAuthorizationGrpcProvider provider) {
    return provider(new Provider.EnvoyExtAuthzGrpc(provider));
  }

  /** A copy that is this. Traces by Zipkin's API. */
  public final ExtensionProvider zipkin(ZipkinTracingProvider provider) {
    return provider(new Provider.Zipkin(provider));
  }

  /** A copy that is this. Traces for Lightstep; deprecated. */
  public final ExtensionProvider lightstep(LightstepTracingProvider provider) {
    return provider(new Provider.Lightstep(provider));
  }

  /** A copy that is this. Traces for Datadog. */
  public final ExtensionProvider datadog(DatadogTracingProvider provider) {
    return provider(new Provider.Datadog(provider));
  }

  /** A copy that is this. Traces, metrics and logs for Stackdriver. */
  public final ExtensionProvider stackdriver(StackdriverProvider provider) {
    return provider(new Provider.Stackdriver(provider));
  }

  /** A copy that is this. Traces by OpenCensus; deprecated. */
  public final ExtensionProvider opencensus(OpenCensusAgentTracingProvider provider) {
    return provider(new Provider.OpenCensus(provider));
  }

  /** A copy that is this. Traces for Apache SkyWalking. */
  public final ExtensionProvider skywalking(SkyWalkingTracingProvider provider) {
    return provider(new Provider.SkyWalking(provider));
  }

  /** A copy that is this. Traces by OTLP. */
  public final ExtensionProvider opentelemetry(OpenTelemetryTracingProvider provider) {
    return provider(new Provider.OpenTelemetry(provider));
  }

  /** A copy that is this. Metrics for Prometheus. */
  public final ExtensionProvider prometheus(PrometheusMetricsProvider provider) {
    return provider(new Provider.Prometheus(provider));
  }

  /** A copy that is this. Access logs in a file. */
  public final ExtensionProvider envoyFileAccessLog(EnvoyFileAccessLogProvider provider) {
    return provider(new Provider.EnvoyFileAccessLog(provider));
  }

  /** A copy that is this. Access logs of HTTP by Envoy's gRPC. */
  public final ExtensionProvider envoyHttpAls(EnvoyHttpGrpcV3LogProvider provider) {
    return provider(new Provider.EnvoyHttpAls(provider));
  }

  /** A copy that is this. Access logs of TCP by Envoy's gRPC. */
  public final ExtensionProvider envoyTcpAls(EnvoyTcpGrpcV3LogProvider provider) {
    return provider(new Provider.EnvoyTcpAls(provider));
  }

  /** A copy that is this. Access logs by OTLP. */
  public final ExtensionProvider envoyOtelAls(EnvoyOpenTelemetryLogProvider provider) {
    return provider(new Provider.EnvoyOtelAls(provider));
  }

  /** A copy that is this. Secrets of gateways. */
  public final ExtensionProvider sds(SdsProvider provider) {
    return provider(new Provider.Sds(provider));
  }

  static ExtensionProvider read(FieldReader in) {
    return ImmutableExtensionProvider.builder()
        .origin(in.origin())
        .name(in.string("name").orElse(""))
        .provider(Provider.read(in))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.oneof(provider());
  }
}
