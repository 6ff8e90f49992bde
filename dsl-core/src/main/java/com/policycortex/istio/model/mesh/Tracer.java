package com.policycortex.istio.model.mesh;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/** Whom a proxy sends traces. */
public sealed interface Tracer extends Fields {

  /**
   * Zipkin's API.
   *
   * @param value the value of {@code zipkin}
   */
  record Zipkin(ZipkinTracer value) implements Tracer {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("zipkin", value);
    }
  }

  /**
   * Lightstep.
   *
   * @param value the value of {@code lightstep}
   */
  record Lightstep(LightstepTracer value) implements Tracer {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("lightstep", value);
    }
  }

  /**
   * Datadog.
   *
   * @param value the value of {@code datadog}
   */
  record Datadog(DatadogTracer value) implements Tracer {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("datadog", value);
    }
  }

  /**
   * Stackdriver.
   *
   * @param value the value of {@code stackdriver}
   */
  record Stackdriver(StackdriverTracer value) implements Tracer {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("stackdriver", value);
    }
  }

  /**
   * OpenCensus.
   *
   * @param value the value of {@code openCensusAgent}
   */
  record OpenCensusAgent(OpenCensusAgentTracer value) implements Tracer {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("openCensusAgent", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<Tracer> read(FieldReader in) {
    return in.<Tracer>oneof("tracer")
        .message("zipkin", ZipkinTracer::read, Zipkin::new)
        .message("lightstep", LightstepTracer::read, Lightstep::new)
        .message("datadog", DatadogTracer::read, Datadog::new)
        .message("stackdriver", StackdriverTracer::read, Stackdriver::new)
        .message("openCensusAgent", OpenCensusAgentTracer::read, OpenCensusAgent::new)
        .optional();
  }
}
