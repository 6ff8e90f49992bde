package com.policycortex.istio.dsl.observability;

import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.wire.JsonText;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A dashboard of the requests of a namespace's services: rate, errors and duration, and how far the
 * objectives are kept. Its JSON can be imported as it is; it reads what {@link PrometheusRules}
 * record.
 *
 * @param title its title
 * @param rules the rules that it reads
 */
public record GrafanaDashboard(String title, PrometheusRules rules) {

  /** The dashboard as Grafana imports it. */
  public JsonObject json() {
    List<JsonValue> panels = new ArrayList<>();
    panels.add(
        graph(0, "Requests a second", "reqps", "service:istio_requests:rate5m" + services()));
    panels.add(
        graph(
            1,
            "Failed requests",
            "percentunit",
            "service:istio_request_errors:ratio_rate5m" + services()));
    panels.add(duration(2, "50"));
    panels.add(duration(3, "95"));
    panels.add(duration(4, "99"));
    int index = 5;
    for (ServiceLevelObjective objective : rules.objectives()) {
      panels.add(budget(index++, objective));
    }
    return JsonValue.object()
        .with("uid", rules.namespace() + "-mesh")
        .with("title", title)
        .with("tags", JsonValue.array(List.of("istio", rules.namespace())))
        .with("schemaVersion", 38)
        .with("editable", true)
        .with("refresh", "30s")
        .with("time", JsonValue.object().with("from", "now-6h").with("to", "now"))
        .with(
            "templating",
            JsonValue.object()
                .with("list", JsonValue.array(datasourceVariable(), serviceVariable())))
        .with("panels", new JsonArray(panels));
  }

  /**
   * The dashboard as a ConfigMap, labelled for Grafana's sidecar.
   *
   * @param name of the ConfigMap
   * @param grafanaNamespace where Grafana runs
   */
  public ConfigMap configMap(String name, String grafanaNamespace) {
    return ConfigMap.configMap(name)
        .metadata(
            Metadata.metadata(name).namespace(grafanaNamespace).label("grafana_dashboard", "1"))
        .data(Map.of(rules.namespace() + "-mesh.json", JsonText.of(json())));
  }

  private static String services() {
    return "{destination_service_name=~\"$service\"}";
  }

  private static JsonObject duration(int index, String percent) {
    return graph(
        index,
        "Duration, " + percent + " % of the requests",
        "ms",
        "service:istio_request_duration_milliseconds:p" + percent + services());
  }

  private static JsonObject budget(int index, ServiceLevelObjective objective) {
    String budget = Figures.plain((100 - objective.availability()) / 100);
    return panel(
            index,
            "stat",
            "Error budget burnt in 3 days: " + objective.service().name(),
            "percentunit")
        .with(
            "targets",
            JsonValue.array(
                target(
                    "service:istio_request_errors:ratio_rate3d{destination_service_name=\""
                        + objective.service().name()
                        + "\"} / "
                        + budget)));
  }

  private static JsonObject graph(int index, String title, String unit, String expression) {
    return panel(index, "timeseries", title, unit)
        .with("targets", JsonValue.array(target(expression)));
  }

  // Two panels a row; Grafana's grid is 24 wide.
  private static JsonObject panel(int index, String type, String title, String unit) {
    return JsonValue.object()
        .with("id", index + 1)
        .with("type", type)
        .with("title", title)
        .with("datasource", datasource())
        .with(
            "gridPos",
            JsonValue.object()
                .with("x", index % 2 * 12L)
                .with("y", index / 2 * 8L)
                .with("w", 12)
                .with("h", 8))
        .with(
            "fieldConfig",
            JsonValue.object()
                .with("defaults", JsonValue.object().with("unit", unit).with("min", 0))
                .with("overrides", JsonValue.array()));
  }

  private static JsonObject target(String expression) {
    return JsonValue.object()
        .with("refId", "A")
        .with("datasource", datasource())
        .with("expr", expression)
        .with("legendFormat", "{{destination_service_name}}");
  }

  private static JsonObject datasource() {
    return JsonValue.object().with("type", "prometheus").with("uid", "${datasource}");
  }

  private static JsonObject datasourceVariable() {
    return JsonValue.object()
        .with("name", "datasource")
        .with("label", "Prometheus")
        .with("type", "datasource")
        .with("query", "prometheus");
  }

  private static JsonObject serviceVariable() {
    String query = "label_values(service:istio_requests:rate5m, destination_service_name)";
    return JsonValue.object()
        .with("name", "service")
        .with("label", "Service")
        .with("type", "query")
        .with("datasource", datasource())
        .with("query", JsonValue.object().with("query", query).with("refId", "services"))
        .with("refresh", 2)
        .with("includeAll", true)
        .with("multi", true)
        .with(
            "current",
            JsonValue.object()
                .with("text", JsonValue.array(List.of("All")))
                .with("value", JsonValue.array(List.of("$__all"))));
  }
}
