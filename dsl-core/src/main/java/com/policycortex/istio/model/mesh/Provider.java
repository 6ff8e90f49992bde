package com.policycortex.istio.model.mesh;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/** What an extension provider is. */
public sealed interface Provider extends Fields {

  /**
   * An authorizer that is asked by HTTP.
   *
   * @param value the value of {@code envoyExtAuthzHttp}
   */
  record EnvoyExtAuthzHttp(EnvoyExternalAuthorizationHttpProvider value) implements Provider {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("envoyExtAuthzHttp", value);
    }
  }

  /**
   * An authorizer that is asked by gRPC.
   *
   * @param value the value of {@code envoyExtAuthzGrpc}
   */
  record EnvoyExtAuthzGrpc(EnvoyExternalAuthorizationGrpcProvider value) implements Provider {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("envoyExtAuthzGrpc", value);
    }
  }

  /**
   * Traces by Zipkin's API.
   *
   * @param value the value of {@code zipkin}
   */
  record Zipkin(ZipkinTracingProvider value) implements Provider {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("zipkin", value);
    }
  }

  /**
   * Traces for Lightstep; deprecated.
   *
   * @param value the value of {@code lightstep}
   */
  record Lightstep(LightstepTracingProvider value) implements Provider {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("lightstep", value);
    }
  }

  /**
   * Traces for Datadog.
   *
   * @param value the value of {@code datadog}
   */
  record Datadog(DatadogTracingProvider value) implements Provider {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("datadog", value);
    }
  }

  /**
   * Traces, metrics and logs for Stackdriver.
   *
   * @param value the value of {@code stackdriver}
   */
  record Stackdriver(StackdriverProvider value) implements Provider {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("stackdriver", value);
    }
  }

  /**
   * Traces by OpenCensus; deprecated.
   *
   * @param value the value of {@code opencensus}
   */
  record OpenCensus(OpenCensusAgentTracingProvider value) implements Provider {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("opencensus", value);
    }
  }

  /**
   * Traces for Apache SkyWalking.
   *
   * @param value the value of {@code skywalking}
   */
  record SkyWalking(SkyWalkingTracingProvider value) implements Provider {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("skywalking", value);
    }
  }

  /**
   * Traces by OTLP.
   *
   * @param value the value of {@code opentelemetry}
   */
  record OpenTelemetry(OpenTelemetryTracingProvider value) implements Provider {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("opentelemetry", value);
    }
  }

  /**
   * Metrics for Prometheus.
   *
   * @param value the value of {@code prometheus}
   */
  record Prometheus(PrometheusMetricsProvider value) implements Provider {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("prometheus", value);
    }
  }

  /**
   * Access logs in a file.
   *
   * @param value the value of {@code envoyFileAccessLog}
   */
  record EnvoyFileAccessLog(EnvoyFileAccessLogProvider value) implements Provider {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("envoyFileAccessLog", value);
    }
  }

  /**
   * Access logs of HTTP by Envoy's gRPC.
   *
   * @param value the value of {@code envoyHttpAls}
   */
  record EnvoyHttpAls(EnvoyHttpGrpcV3LogProvider value) implements Provider {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("envoyHttpAls", value);
    }
  }

  /**
   * Access logs of TCP by Envoy's gRPC.
   *
   * @param value the value of {@code envoyTcpAls}
   */
  record EnvoyTcpAls(EnvoyTcpGrpcV3LogProvider value) implements Provider {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("envoyTcpAls", value);
    }
  }

  /**
   * Access logs by OTLP.
   *
   * @param value the value of {@code envoyOtelAls}
   */
  record EnvoyOtelAls(EnvoyOpenTelemetryLogProvider value) implements Provider {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("envoyOtelAls", value);
    }
  }

  /**
   * Secrets of gateways.
   *
   * @param value the value of {@code sds}
   */
  record Sds(SdsProvider value) implements Provider {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("sds", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<Provider> read(FieldReader in) {
    return in.<Provider>oneof("provider")
        .message(
            "envoyExtAuthzHttp",
            EnvoyExternalAuthorizationHttpProvider::read,
            EnvoyExtAuthzHttp::new)
        .message(
            "envoyExtAuthzGrpc",
            EnvoyExternalAuthorizationGrpcProvider::read,
            EnvoyExtAuthzGrpc::new)
        .message("zipkin", ZipkinTracingProvider::read, Zipkin::new)
        .message("lightstep", LightstepTracingProvider::read, Lightstep::new)
        .message("datadog", DatadogTracingProvider::read, Datadog::new)
        .message("stackdriver", StackdriverProvider::read, Stackdriver::new)
        .message("opencensus", OpenCensusAgentTracingProvider::read, OpenCensus::new)
        .message("skywalking", SkyWalkingTracingProvider::read, SkyWalking::new)
        .message("opentelemetry", OpenTelemetryTracingProvider::read, OpenTelemetry::new)
        .message("prometheus", PrometheusMetricsProvider::read, Prometheus::new)
        .message("envoyFileAccessLog", EnvoyFileAccessLogProvider::read, EnvoyFileAccessLog::new)
        .message("envoyHttpAls", EnvoyHttpGrpcV3LogProvider::read, EnvoyHttpAls::new)
        .message("envoyTcpAls", EnvoyTcpGrpcV3LogProvider::read, EnvoyTcpAls::new)
        .message("envoyOtelAls", EnvoyOpenTelemetryLogProvider::read, EnvoyOtelAls::new)
        .message("sds", SdsProvider::read, Sds::new)
        .optional();
  }
}
