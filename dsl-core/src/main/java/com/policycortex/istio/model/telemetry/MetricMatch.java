package com.policycortex.istio.model.telemetry;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/** Which metric. */
public sealed interface MetricMatch extends Fields {

  /**
   * One of Istio's.
   *
   * @param value the value of {@code metric}
   */
  record Standard(IstioMetric value) implements MetricMatch {
    @Override
    public void writeTo(FieldWriter out) {
      out.enumeration("metric", value);
    }
  }

  /**
   * One of another name.
   *
   * @param value the value of {@code customMetric}
   */
  record Custom(String value) implements MetricMatch {
    @Override
    public void writeTo(FieldWriter out) {
      out.string("customMetric", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<MetricMatch> read(FieldReader in) {
    return in.<MetricMatch>oneof("metric_match")
        .enumeration("metric", IstioMetric.class, Standard::new)
        .string("customMetric", Custom::new)
        .optional();
  }
}
