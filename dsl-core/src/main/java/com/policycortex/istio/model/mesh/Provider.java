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
            arm -> new EnvoyExtAuthzHttp(EnvoyExternalAuthorizationHttpProvider.read(arm)))
        .message(
            "envoyExtAuthzGrpc",
            arm -> new EnvoyExtAuthzGrpc(EnvoyExternalAuthorizationGrpcProvider.read(arm)))
        .message("zipkin", arm -> new Zipkin(ZipkinTracingProvider.read(arm)))
        .message("lightstep", arm -> new Lightstep(LightstepTracingProvider.read(arm)))
        .message("datadog", arm -> new Datadog(DatadogTracingProvider.read(arm)))
        .message("stackdriver", arm -> new Stackdriver(StackdriverProvider.read(arm)))
        .message("opencensus", arm -> new OpenCensus(OpenCensusAgentTracingProvider.read(arm)))
        .message("skywalking", arm -> new SkyWalking(SkyWalkingTracingProvider.read(arm)))
        .message("opentelemetry", arm -> new OpenTelemetry(OpenTelemetryTracingProvider.read(arm)))
        .message("prometheus", arm -> new Prometheus(PrometheusMetricsProvider.read(arm)))
        .message(
            "envoyFileAccessLog",
            arm -> new EnvoyFileAccessLog(EnvoyFileAccessLogProvider.read(arm)))
        .message("envoyHttpAls", arm -> new EnvoyHttpAls(EnvoyHttpGrpcV3LogProvider.read(arm)))
        .message("envoyTcpAls", arm -> new EnvoyTcpAls(EnvoyTcpGrpcV3LogProvider.read(arm)))
        .message("envoyOtelAls", arm -> new EnvoyOtelAls(EnvoyOpenTelemetryLogProvider.read(arm)))
        .message("sds", arm -> new Sds(SdsProvider.read(arm)))
        .optional();
  }
}
