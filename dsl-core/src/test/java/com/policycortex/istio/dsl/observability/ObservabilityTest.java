package com.policycortex.istio.dsl.observability;

import static com.policycortex.istio.dsl.Istio.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservabilityTest {

  private final ServiceLevelObjective objective =
      new ServiceLevelObjective(
          service("core-api").in("policycortex"), 99.9, 0.99, Duration.ofMillis(500));
  private final PrometheusRules rules = new PrometheusRules("policycortex", List.of(objective));

  @Test
  void rulesComeUnderTheNamesOfTheAddOnsFiles() {
    assertThat(rules.configMap("rules", "istio-system").data())
        .containsOnlyKeys("recording_rules.yml", "alerting_rules.yml");
  }

  @Test
  void theErrorBudgetIsExact() {
    assertThat(rules.alertingRules().toString())
        .contains("> 14.4 * 0.001 and service:istio_request_errors:ratio_rate5m")
        .contains("histogram_quantile(0.99", "> 500");
  }

  @Test
  void everyRecordedSeriesThatAnAlarmReadsIsRecorded() throws Exception {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    List<String> recorded =
        yaml.readTree(rules.recordingRules().toString()).findValuesAsText("record");
    for (JsonNode expression : yaml.readTree(rules.alertingRules().toString()).findValues("expr")) {
      for (String word : expression.asText().split("[^a-z0-9_:]+", -1)) {
        if (word.startsWith("service:")) {
          assertThat(recorded).contains(word);
        }
      }
    }
  }

  @Test
  void theDashboardIsJsonWithAPanelForEachObjective() throws Exception {
    GrafanaDashboard dashboard = new GrafanaDashboard("Mesh", rules);
    String text = dashboard.configMap("d", "istio-system").data().values().iterator().next();
    JsonNode json = new ObjectMapper().readTree(text);
    assertThat(json.findValuesAsText("title")).contains("Error budget burnt in 3 days: core-api");
    assertThat(json.get("panels")).hasSize(6);
  }

  @Test
  void whatCannotBePromisedIsRefused() {
    assertThatThrownBy(
            () -> new ServiceLevelObjective(objective.service(), 100, 0.99, Duration.ofMillis(500)))
        .hasMessageContaining("less than 100");
  }

  @Test
  void accessLogsCarryTheCorrelationId() {
    assertThat(
            JsonAccessLog.jsonAccessLog("json")
                .correlationId("x-correlation-id")
                .provider()
                .toString())
        .contains("correlation_id: \"%REQ(X-CORRELATION-ID)%\"");
  }
}
