package com.policycortex.istio.model.install;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue;
import java.util.Map;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * Metrics for Prometheus.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-PrometheusMetricsProvider">PrometheusMetricsProvider</a>
 */
@IstioStyle
@Value.Immutable
public abstract class PrometheusMetricsProvider extends Message {

  PrometheusMetricsProvider() {}

  /** A value that sets nothing yet. */
  public static PrometheusMetricsProvider prometheusMetricsProvider() {
    return ImmutablePrometheusMetricsProvider.builder().build();
  }

  /** No fields are known. */
  public abstract Map<String, JsonValue> more();

  /** A copy with this {@link #more()}. */
  public abstract PrometheusMetricsProvider more(Map<String, ? extends JsonValue> more);

  static PrometheusMetricsProvider read(FieldReader in) {
    return ImmutablePrometheusMetricsProvider.builder().origin(in.origin()).more(in.rest()).build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    new TreeMap<>(more()).forEach(out::json);
  }
}
