package com.policycortex.istio.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SarifLimitsTest {

  @Test
  void of_more_findings_than_github_takes_the_heaviest_are_written_and_the_rest_is_counted()
      throws IOException {
    List<Finding> findings =
        IntStream.rangeClosed(1, SarifFormat.MOST_RESULTS + 7)
            .mapToObj(line -> finding(line, line > SarifFormat.MOST_RESULTS))
            .toList();

    JsonNode run =
        new ObjectMapper().readTree(Report.of(findings).text(ReportFormat.sarif())).at("/runs/0");

    assertThat(run.get("results")).hasSize(SarifFormat.MOST_RESULTS);
    assertThat(run.at("/results/24999/level").asText()).isEqualTo("error");
    assertThat(run.at("/results/24992/level").asText()).isEqualTo("note");
    assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asText())
        .isEqualTo("7 findings of the least weight left out: they are too many");
  }

  private static Finding finding(int line, boolean heavy) {
    return new Finding(
        "A-B",
        heavy ? Severity.ERROR : Severity.INFO,
        new ResourceId("Service", Optional.of("shop"), "a" + line),
        "",
        "m",
        "",
        Origin.file("a.yaml", line, 1));
  }
}
