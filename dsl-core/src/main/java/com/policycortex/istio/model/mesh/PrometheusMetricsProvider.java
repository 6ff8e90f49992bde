package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import org.immutables.value.Value;

/**
 * Metrics for Prometheus; there is nothing to set.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-PrometheusMetricsProvider">PrometheusMetricsProvider</a>
 */
@IstioStyle
@Value.Immutable
public abstract class PrometheusMetricsProvider extends Message {

  PrometheusMetricsProvider() {}

  /** The provider. */
  public static PrometheusMetricsProvider prometheusMetricsProvider() {
    return ImmutablePrometheusMetricsProvider.builder().build();
  }

  static PrometheusMetricsProvider read(FieldReader in) {
    return ImmutablePrometheusMetricsProvider.builder().origin(in.origin()).build();
  }

  @Override
  public void writeTo(FieldWriter out) {}
}
