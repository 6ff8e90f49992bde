package com.policycortex.istio.model.mesh;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/** How a proxy is called, above all in traces. */
public sealed interface ClusterName extends Fields {

  /**
   * This name.
   *
   * @param value the value of {@code serviceCluster}
   */
  record ServiceCluster(String value) implements ClusterName {
    @Override
    public void writeTo(FieldWriter out) {
      out.string("serviceCluster", value);
    }
  }

  /**
   * A name by this scheme.
   *
   * @param value the value of {@code tracingServiceName}
   */
  record ServiceName(TracingServiceName value) implements ClusterName {
    @Override
    public void writeTo(FieldWriter out) {
      out.enumeration("tracingServiceName", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<ClusterName> read(FieldReader in) {
    return in.<ClusterName>oneof("cluster_name")
        .string("serviceCluster", ServiceCluster::new)
        .enumeration("tracingServiceName", TracingServiceName.class, ServiceName::new)
        .optional();
  }
}
