package com.policycortex.istio.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Fingerprint;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {

  private static final Finding HOST = finding("VS-HOST", "reviews", "\"a..b\" is no host");
  private static final Finding WEIGHT = finding("VS-WEIGHT", "ratings", "the weights make 90");

  @Test
  void a_baseline_is_a_file_that_people_can_read_and_compare() {
    assertThat(Baseline.of(List.of(HOST, WEIGHT, HOST), "").text())
        .isEqualTo(
            """
            # The findings that were there when this was written. Others are reported as new.
            # istio lint --write-baseline writes it anew.
            version: 1
            findings:
            - id: VS-WEIGHT
              subject: VirtualService shop/ratings
              path: "spec.http[]"
            - id: VS-HOST
              subject: VirtualService shop/reviews
              path: "spec.http[]"
              values:
              - a..b
              count: 2
            """);
  }

  @Test
  void only_what_it_does_not_have_is_new() {
    Baseline baseline = Baseline.of(List.of(HOST, WEIGHT), "");
    Finding another = finding("VS-HOST", "reviews", "\"c..d\" is no host");
    Compared compared = baseline.compare(List.of(HOST, another, WEIGHT));
    assertThat(compared.fresh()).containsExactly(another);
    assertThat(compared.known()).containsExactly(HOST, WEIGHT);
    assertThat(compared.gone()).isEmpty();
  }

  @Test
  void one_more_of_the_same_is_new_and_what_is_gone_is_said() {
    Baseline baseline = Baseline.of(List.of(HOST, WEIGHT, WEIGHT), "");
    Finding moved = HOST.at(Origin.file("b.yaml", 90, 1));
    Compared compared = baseline.compare(List.of(HOST, moved));
    assertThat(compared.known()).containsExactly(HOST);
    assertThat(compared.fresh()).containsExactly(moved);
    assertThat(compared.gone()).containsExactly(Fingerprint.of(WEIGHT), Fingerprint.of(WEIGHT));
  }

  @Property(tries = 200)
  void what_was_written_is_read_back(@ForAll List<String> texts) {
    List<Finding> findings = new ArrayList<>();
    for (String text : texts) {
      findings.add(finding("VS-HOST", text, "\"" + text + "\" is no host"));
    }
    Baseline baseline = Baseline.of(findings, "");
    BaselineRead read = Baseline.read("baseline.yaml", baseline.text(), "");
    // A text that YAML cannot hold is written as one that it can.
    if (texts.stream().allMatch(BaselineTest::isPlain)) {
      assertThat(read.findings()).isEmpty();
      assertThat(read.baseline()).contains(baseline);
      Collections.reverse(findings);
      assertThat(Baseline.of(findings, "").text()).isEqualTo(baseline.text());
    }
  }

  private static boolean isPlain(String text) {
    return text.codePoints()
        .allMatch(c -> c == '\t' || (c >= 0x20 && c < 0xD800 && !Character.isISOControl(c)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: 2 | 1:1 | BASELINE-VERSION",
        "findings: [] | 1:1 | BASELINE-VERSION",
        "{version: 1, findings: [{subject: a}]} | 1:26 | YAML-MISSING-FIELD",
        "{version: 1, findings: [{id: a, count: 0}]} | 1:25 | BASELINE-COUNT",
        "{version: 1, findings: [{id: a, lines: 3}]} | 1:33 | YAML-UNKNOWN-FIELD",
        "{version: one} | 1:11 | YAML-TYPE",
        "[] | 1:1 | YAML-TYPE",
      })
  void a_file_with_a_mistake_is_no_baseline_and_says_where(String text, String place, String id) {
    BaselineRead read = Baseline.read("baseline.yaml", text, "");
    assertThat(read.baseline()).isEmpty();
    assertThat(read.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.id()).isEqualTo(id);
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.origin().toString())
                  .startsWith("baseline.yaml:" + place.substring(0, 2));
              assertThat(finding.hint()).isNotEmpty();
            });
  }

  private static Finding finding(String id, String name, String message) {
    return new Finding(
        id,
        Severity.ERROR,
        new ResourceId("VirtualService", Optional.of("shop"), name),
        "spec.http[4]",
        message,
        "",
        Origin.file("mesh.yaml", 3, 1));
  }
}
