package com.policycortex.istio.policycortex;

import com.policycortex.istio.dsl.observability.GrafanaDashboard;
import com.policycortex.istio.dsl.observability.JsonAccessLog;
import com.policycortex.istio.dsl.observability.PrometheusRules;
import com.policycortex.istio.dsl.observability.ServiceLevelObjective;
import com.policycortex.istio.dsl.observability.TraceCollector;
import com.policycortex.istio.model.telemetry.CustomTag;
import com.policycortex.istio.model.telemetry.CustomTagType;
import com.policycortex.istio.model.telemetry.HeaderTag;
import com.policycortex.istio.model.telemetry.IstioMetric;
import com.policycortex.istio.model.telemetry.LiteralTag;
import com.policycortex.istio.model.telemetry.MetricMatch;
import com.policycortex.istio.model.telemetry.MetricSelector;
import com.policycortex.istio.model.telemetry.Metrics;
import com.policycortex.istio.model.telemetry.MetricsOverrides;
import com.policycortex.istio.model.telemetry.ProviderRef;
import com.policycortex.istio.model.telemetry.TagOverride;
import com.policycortex.istio.model.telemetry.Telemetry;
import com.policycortex.istio.model.telemetry.Tracing;
import com.policycortex.istio.render.OutputTree;
import java.util.List;
import java.util.Map;

/** Traces, metrics and access logs; rules and a dashboard that read the metrics. */
final class Observability {

  private Observability() {}

  static OutputTree addTo(OutputTree tree, PolicyCortex mesh) {
    PrometheusRules rules = rules(mesh);
    String prometheus = mesh.get(Settings.PROMETHEUS_NAMESPACE);
    OutputTree more =
        tree.with("observability/telemetry.yaml", telemetry(mesh))
            .with(
                "observability/prometheus-rules.yaml",
                rules.configMap(mesh.namespace() + "-prometheus-rules", prometheus))
            .with(
                "observability/grafana-dashboard.yaml",
                new GrafanaDashboard("PolicyCortex " + mesh.environment(), rules)
                    .configMap(mesh.namespace() + "-grafana-dashboard", prometheus));
    return mesh.get(Settings.PROMETHEUS_OPERATOR)
        ? more.with(
            "observability/prometheus-rule.yaml",
            rules.prometheusRule(mesh.namespace() + "-mesh", prometheus))
        : more;
  }

  static TraceCollector traceCollector(PolicyCortex mesh) {
    String host = mesh.get(Settings.TRACING_SERVICE);
    return mesh.get(Settings.TRACING_PROVIDER) == TracingProvider.ZIPKIN
        ? TraceCollector.zipkin("jaeger", host, collectorPort(mesh))
        : TraceCollector.openTelemetry("jaeger", host, collectorPort(mesh));
  }

  static int collectorPort(PolicyCortex mesh) {
    return mesh.get(Settings.TRACING_PROVIDER) == TracingProvider.ZIPKIN ? 9411 : 4317;
  }

  static JsonAccessLog accessLog(PolicyCortex mesh) {
    return JsonAccessLog.jsonAccessLog("json-access-log")
        .correlationId(mesh.get(Settings.CORRELATION_HEADER));
  }

  // In the root namespace it holds for the whole mesh, the gateways included.
  private static Telemetry telemetry(PolicyCortex mesh) {
    Telemetry telemetry =
        Telemetry.telemetry("mesh-default")
            .in(mesh.get(Settings.ROOT_NAMESPACE))
            .tracing(tracing(mesh))
            .metrics(metrics());
    return mesh.get(Settings.ACCESS_LOGS)
        ? telemetry.accessLogging(accessLog(mesh).accessLogging())
        : telemetry;
  }

  private static Tracing tracing(PolicyCortex mesh) {
    return traceCollector(mesh)
        .sampling(mesh.get(Settings.TRACING_SAMPLING))
        .customTags(
            Map.of(
                "correlation_id",
                CustomTag.customTag()
                    .type(
                        new CustomTagType.Header(
                            HeaderTag.headerTag(mesh.get(Settings.CORRELATION_HEADER))
                                .defaultValue("none"))),
                "environment",
                CustomTag.customTag()
                    .type(
                        new CustomTagType.Literal(
                            LiteralTag.literalTag(mesh.environment().toString())))));
  }

  // Kiali's graph reads Istio's own tags: one is added, none is taken away.
  private static Metrics metrics() {
    return Metrics.metrics()
        .providers(ProviderRef.providerRef("prometheus"))
        .overrides(
            MetricsOverrides.metricsOverrides()
                .match(
                    MetricSelector.metricSelector()
                        .metricMatch(new MetricMatch.Standard(IstioMetric.REQUEST_COUNT)))
                .tagOverrides(
                    Map.of("request_method", TagOverride.tagOverride().value("request.method"))));
  }

  static PrometheusRules rules(PolicyCortex mesh) {
    Services services = mesh.services();
    return new PrometheusRules(
        mesh.namespace(),
        List.of(
            new ServiceLevelObjective(
                services.coreApi(),
                mesh.get(Settings.CORE_API_AVAILABILITY),
                mesh.get(Settings.CORE_API_LATENCY_QUANTILE),
                mesh.get(Settings.CORE_API_LATENCY)),
            new ServiceLevelObjective(
                services.frontend(),
                mesh.get(Settings.FRONTEND_AVAILABILITY),
                mesh.get(Settings.FRONTEND_LATENCY_QUANTILE),
                mesh.get(Settings.FRONTEND_LATENCY)),
            new ServiceLevelObjective(
                services.aiEngine(),
                mesh.get(Settings.AI_ENGINE_AVAILABILITY),
                mesh.get(Settings.AI_ENGINE_LATENCY_QUANTILE),
                mesh.get(Settings.AI_ENGINE_LATENCY))));
  }
}
