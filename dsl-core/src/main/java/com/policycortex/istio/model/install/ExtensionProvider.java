package com.policycortex.istio.model.install;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * A service that proxies use beside those of the application.
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

  /** The name that others use. */
  public abstract String name();

  /** A copy with this {@link #name()}. */
  public abstract ExtensionProvider name(String name);

  /** Traces by OTLP. */
  public abstract Optional<OpenTelemetryTracingProvider> opentelemetry();

  /** A copy with this {@link #opentelemetry()}. */
  public abstract ExtensionProvider opentelemetry(OpenTelemetryTracingProvider opentelemetry);

  /** Traces by Zipkin's API. */
  public abstract Optional<ZipkinTracingProvider> zipkin();

  /** A copy with this {@link #zipkin()}. */
  public abstract ExtensionProvider zipkin(ZipkinTracingProvider zipkin);

  /** Access logs in a file. */
  public abstract Optional<EnvoyFileAccessLogProvider> envoyFileAccessLog();

  /** A copy with this {@link #envoyFileAccessLog()}. */
  public abstract ExtensionProvider envoyFileAccessLog(
      EnvoyFileAccessLogProvider envoyFileAccessLog);

  /** Metrics for Prometheus. */
  public abstract Optional<PrometheusMetricsProvider> prometheus();

  /** A copy with this {@link #prometheus()}. */
  public abstract ExtensionProvider prometheus(PrometheusMetricsProvider prometheus);

  /** Any other provider. */
  public abstract Map<String, JsonValue> more();

  /** A copy with this {@link #more()}. */
  public abstract ExtensionProvider more(Map<String, ? extends JsonValue> more);

  static ExtensionProvider read(FieldReader in) {
    return ImmutableExtensionProvider.builder()
        .origin(in.origin())
        .name(in.requiredString("name"))
        .opentelemetry(in.message("opentelemetry", OpenTelemetryTracingProvider::read))
        .zipkin(in.message("zipkin", ZipkinTracingProvider::read))
        .envoyFileAccessLog(in.message("envoyFileAccessLog", EnvoyFileAccessLogProvider::read))
        .prometheus(in.message("prometheus", PrometheusMetricsProvider::read))
        .more(in.rest())
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.message("opentelemetry", opentelemetry());
    out.message("zipkin", zipkin());
    out.message("envoyFileAccessLog", envoyFileAccessLog());
    out.message("prometheus", prometheus());
    new TreeMap<>(more()).forEach(out::json);
  }
}
