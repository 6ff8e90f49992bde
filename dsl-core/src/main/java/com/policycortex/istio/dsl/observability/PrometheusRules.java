package com.policycortex.istio.dsl.observability;

import com.policycortex.istio.dsl.ServiceRef;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rules for Prometheus about the services of a namespace: rate, errors and duration of the
 * requests, and alarms when an objective is in danger.
 *
 * <p>All are from the callers' side ({@code reporter="source"}): a request that never reached its
 * service has failed too.
 *
 * @param namespace the services' namespace
 * @param objectives what the services promise
 * @see <a href="https://sre.google/workbook/alerting-on-slos/">Alerting on SLOs: several windows,
 *     several burn rates</a>
 */
public record PrometheusRules(String namespace, List<ServiceLevelObjective> objectives) {

  private static final List<String> WINDOWS = List.of("5m", "30m", "1h", "6h", "3d");

  /** Copies the list. */
  public PrometheusRules {
    objectives = List.copyOf(objectives);
  }

  /** Rate, errors and duration of each service, under names of their own. */
  public JsonObject recordingRules() {
    List<JsonValue> rules = new ArrayList<>();
    String by = "by (destination_service_name)";
    rules.add(
        recording(
            "service:istio_requests:rate5m",
            "sum " + by + " (rate(istio_requests_total{" + selector() + "}[5m]))"));
    for (String window : WINDOWS) {
      rules.add(
          recording(
              "service:istio_request_errors:ratio_rate" + window,
              "sum "
                  + by
                  + " (rate(istio_requests_total{"
                  + selector()
                  + ",response_code=~\"5..|0\"}["
                  + window
                  + "])) / sum "
                  + by
                  + " (rate(istio_requests_total{"
                  + selector()
                  + "}["
                  + window
                  + "]))"));
    }
    for (double quantile : List.of(0.5, 0.95, 0.99)) {
      rules.add(
          recording(
              "service:istio_request_duration_milliseconds:p" + Figures.plain(quantile * 100),
              "histogram_quantile("
                  + Figures.plain(quantile)
                  + ", sum by (le, destination_service_name)"
                  + " (rate(istio_request_duration_milliseconds_bucket{"
                  + selector()
                  + "}[5m])))"));
    }
    return groups(namespace + ".red", rules);
  }

  /** Alarms: objectives that are being missed, fast or slowly, and services without requests. */
  public JsonObject alertingRules() {
    List<JsonValue> rules = new ArrayList<>();
    for (ServiceLevelObjective objective : objectives) {
      rules.add(burning(objective, "ErrorBudgetBurnsFast", "14.4", "1h", "5m", "critical"));
      rules.add(burning(objective, "ErrorBudgetBurns", "6", "6h", "30m", "critical"));
      rules.add(burning(objective, "ErrorBudgetBurnsSlowly", "1", "3d", "6h", "warning"));
      rules.add(slow(objective));
      rules.add(silent(objective));
    }
    return groups(namespace + ".objectives", rules);
  }

  /**
   * The rules under the names of the files that Istio's Prometheus add-on reads, {@code
   * recording_rules.yml} and {@code alerting_rules.yml}.
   *
   * @param name of the ConfigMap
   * @param prometheusNamespace where Prometheus runs
   */
  public ConfigMap configMap(String name, String prometheusNamespace) {
    return ConfigMap.configMap(name)
        .in(prometheusNamespace)
        .data(
            Map.of(
                "recording_rules.yml", YamlText.of(recordingRules()),
                "alerting_rules.yml", YamlText.of(alertingRules())));
  }

  /** The rules for clusters with the Prometheus operator. */
  public RawManifest prometheusRule(String name, String prometheusNamespace) {
    List<JsonValue> groups = new ArrayList<>();
    for (JsonObject rules : List.of(recordingRules(), alertingRules())) {
      rules
          .get("groups")
          .filter(JsonArray.class::isInstance)
          .map(JsonArray.class::cast)
          .ifPresent(array -> groups.addAll(array.values()));
    }
    return RawManifest.rawManifest(
        "monitoring.coreos.com/v1",
        "PrometheusRule",
        Metadata.metadata(name).namespace(prometheusNamespace),
        JsonValue.object().with("spec", JsonValue.object().with("groups", new JsonArray(groups))));
  }

  private JsonObject burning(
      ServiceLevelObjective objective,
      String name,
      String rate,
      String window,
      String confirmation,
      String severity) {
    String budget = Figures.plain((100 - objective.availability()) / 100);
    String limit = " > " + rate + " * " + budget;
    return alert(
        name,
        objective,
        errors(window, objective.service())
            + limit
            + " and "
            + errors(confirmation, objective.service())
            + limit,
        "2m",
        severity,
        objective.service().name()
            + " fails more than its "
            + Figures.plain(objective.availability())
            + " % allow: "
            + rate
            + " times the error budget over "
            + window);
  }

  private JsonObject slow(ServiceLevelObjective objective) {
    String latency = String.valueOf(objective.latency().toMillis());
    String share = Figures.plain(objective.quantile() * 100);
    return alert(
        "LatencyObjectiveMissed",
        objective,
        "histogram_quantile("
            + Figures.plain(objective.quantile())
            + ", sum by (le, destination_service_name)"
            + " (rate(istio_request_duration_milliseconds_bucket{"
            + selector()
            + ",destination_service_name=\""
            + objective.service().name()
            + "\"}[5m]))) > "
            + latency,
        "10m",
        "warning",
        share
            + " % of the requests to "
            + objective.service().name()
            + " should take at most "
            + latency
            + " ms, and take longer");
  }

  private JsonObject silent(ServiceLevelObjective objective) {
    return alert(
        "NoRequests",
        objective,
        "absent(service:istio_requests:rate5m{destination_service_name=\""
            + objective.service().name()
            + "\"} > 0)",
        "15m",
        "warning",
        objective.service().name() + " gets no requests");
  }

  private static String errors(String window, ServiceRef service) {
    return "service:istio_request_errors:ratio_rate"
        + window
        + "{destination_service_name=\""
        + service.name()
        + "\"}";
  }

  private String selector() {
    return "reporter=\"source\",destination_service_namespace=\"" + namespace + "\"";
  }

  private static JsonObject recording(String name, String expression) {
    return JsonValue.object().with("record", name).with("expr", expression);
  }

  private JsonObject alert(
      String name,
      ServiceLevelObjective objective,
      String expression,
      String time,
      String severity,
      String summary) {
    return JsonValue.object()
        .with("alert", name)
        .with("expr", expression)
        .with("for", time)
        .with(
            "labels",
            JsonValue.object()
                .with("severity", severity)
                .with("service", objective.service().name())
                .with("namespace", namespace))
        .with("annotations", JsonValue.object().with("summary", summary));
  }

  private static JsonObject groups(String name, List<JsonValue> rules) {
    return JsonValue.object()
        .with(
            "groups",
            JsonValue.array(
                JsonValue.object().with("name", name).with("rules", new JsonArray(rules))));
  }
}
