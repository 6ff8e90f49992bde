package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedInputTest {

  // Of what is said a thousand times, the first few do.
  private static final int MOST_REPORTS = 10;

  private static final String VIRTUAL_SERVICE = MalformedInputs.virtualService();

  static List<MalformedInput> malformed() {
    return MalformedInputs.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void isFoundWithItsPlaceAndWhatToDo(MalformedInput input) {
    List<Finding> findings = input.findings();
    assertThat(findings.stream().limit(MOST_REPORTS).map(MalformedInput::report).toList())
        .as(() -> input.what() + ": " + findings)
        .isEqualTo(input.reports());
    assertThat(findings).extracting(Finding::hint).doesNotContain("");
    // A document that only gives rise to a doubt is read; one with an error of reading is not.
    assertThat(input.read().manifests())
        .extracting(Manifest::resourceId)
        .noneMatch(id -> findings.stream().anyMatch(one -> isErrorOfReading(one, id)));
  }

  private static boolean isErrorOfReading(Finding finding, ResourceId of) {
    return finding.resource().equals(of)
        && finding.severity() == Severity.ERROR
        && finding.id().startsWith("YAML-");
  }

  private static String line(Finding finding) {
    return finding.id()
        + " "
        + finding.origin().line()
        + ":"
        + finding.origin().column()
        + " "
        + finding.hint();
  }

  @Test
  void aWholeDocumentIsReadWithoutFindings() {
    ReadResult result = ManifestReader.read("a.yaml", VIRTUAL_SERVICE);
    assertThat(result.findings()).isEmpty();
    assertThat(result.manifests()).hasSize(1);
  }

  @Test
  void aBrokenDocumentDoesNotHideTheOthers() {
    String stream =
        VIRTUAL_SERVICE + "---\na: [\n---\n" + VIRTUAL_SERVICE.replace("http:", "htpp:");
    ReadResult result = ManifestReader.read("a.yaml", stream + "---\n" + VIRTUAL_SERVICE);
    assertThat(result.manifests()).hasSize(2);
    assertThat(result.findings())
        .extracting(Finding::id)
        .containsExactly("YAML-SYNTAX", "YAML-UNKNOWN-FIELD");
  }

  @Test
  void everyMistakeOfADocumentIsFoundAtOnce() {
    String text = VIRTUAL_SERVICE.replace("[a]", "[y]").replace("host: a", "hots: a");
    assertThat(ManifestReader.read("a.yaml", text).findings())
        .extracting(Finding::id)
        .containsExactlyInAnyOrder("YAML-TYPE", "YAML-UNKNOWN-FIELD", "YAML-MISSING-FIELD");
  }

  @Test
  void bytesThatAreNotUtf8AreOneFinding() {
    byte[] bytes = "kind: a\nname: \u00e4\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(ManifestReader.read("a.yaml", bytes).findings())
        .extracting(MalformedInputTest::line)
        .containsExactly("YAML-ENCODING 2:7 save the file as UTF-8");
  }

  @Test
  void aKindOfOthersIsKeptAsItIs() {
    String text =
        "apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a}\nspec: {'on': off, 'n': [1, 2.50, ~]}\n";
    ReadResult result = ManifestReader.read("a.yaml", text);
    assertThat(result.findings()).isEmpty();
    assertThat(result.manifests().get(0).toString())
        .contains("kind: Thing", "\"on\": false", "\"n\":");
  }

  @Test
  void aGatewayOfAnotherProjectIsNotTakenForIstios() {
    String text =
        "apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: a}\nspec: {gatewayClassName: istio}\n";
    assertThat(ManifestReader.read("a.yaml", text).findings()).isEmpty();
  }

  @ParameterizedTest(name = "{0} is read as {1}")
  @CsvSource({
    "on, true",
    "y, true",
    "Off, false",
    "1.10, 1.1",
    "0123, 83",
    "0x1F, 31",
    "1e3, 1000",
    "1_000, 1000",
    "-0, 0"
  })
  void aNameThatKubernetesReadsAsAnotherIsTold(String written, String read) {
    ReadResult result = ManifestReader.read("a.yaml", withLabel(written));
    assertThat(result.findings())
        .extracting(MalformedInputTest::line)
        .containsExactly("YAML-KEY 3:30 write \"" + written + "\" if that is meant");
    assertThat(result.findings().get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(result.manifests().get(0).metadata().labels()).containsExactly(entry(read, "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8080", "true", "12:30", "2001-01-01", "=", "'on'", "\"0123\""})
  void aNameThatKubernetesReadsAsItStandsIsNoNews(String written) {
    ReadResult result = ManifestReader.read("a.yaml", withLabel(written));
    assertThat(result.findings()).isEmpty();
    assertThat(result.manifests().get(0).metadata().labels())
        .containsExactly(entry(written.replaceAll("['\"]", ""), "x"));
  }

  private static String withLabel(String name) {
    return VIRTUAL_SERVICE.replace("{name: a}", "{name: a, labels: {" + name + ": x}}");
  }

  @Test
  void anAddressThatEndsWithColonsIsAText() {
    String text = VIRTUAL_SERVICE.replace("[a]", "[2001:db8::, 'b', fd00::]");
    ReadResult result = ManifestReader.read("a.yaml", text);
    assertThat(result.findings()).isEmpty();
    assertThat(result.manifests().get(0).toString()).contains("2001:db8::", "fd00::");
  }

  @Test
  void aFieldWithoutValueInAListIsStillAnObject() {
    for (String broken : List.of("[{a:}]", "[a: ]", "[a : ]", "[a: b]")) {
      assertThat(ManifestReader.read("a.yaml", VIRTUAL_SERVICE.replace("[a]", broken)).findings())
          .as(broken)
          .extracting(Finding::id)
          .containsExactly("YAML-TYPE");
    }
  }

  @Test
  void aSpecThatTheApiServerDoesNotAskForMayBeAbsent() {
    String text =
        "apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: a}\n";
    ReadResult result = ManifestReader.read("a.yaml", text);
    assertThat(result.findings()).isEmpty();
    assertThat(result.manifests()).hasSize(1);
  }

  @Test
  void aNetworkPolicyWithoutPodSelectorMeansAllPods() {
    String text =
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec: {policyTypes: [Ingress]}\n";
    ReadResult result = ManifestReader.read("a.yaml", text);
    assertThat(result.findings()).isEmpty();
    assertThat(result.manifests().get(0).toString()).contains("podSelector: {}");
  }

  @Test
  void aListIsTakenApart() {
    String text =
        "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Namespace, metadata: {name: a}}\n- {apiVersion: v1, kind: Namespace, metadata: {name: b}}\n";
    assertThat(ManifestReader.read("a.yaml", text).manifests()).hasSize(2);
  }

  @Test
  void jsonMayBeIndentedByTabs() {
    String text =
        "{\n\t\"apiVersion\": \"v1\",\n\t\"kind\": \"Namespace\",\n\t\"metadata\": {\"name\": \"a\"}\n}";
    assertThat(ManifestReader.read("a.json", text).manifests()).hasSize(1);
  }

  @Test
  void aFindingAboutAValueGetsThePlaceOfItsField() {
    ReadResult result = ManifestReader.read("a.yaml", VIRTUAL_SERVICE);
    Finding about =
        new Finding(
            "X",
            Severity.ERROR,
            result.manifests().get(0).resourceId(),
            "spec.http[0].route[0].destination.host",
            "",
            "",
            result.manifests().get(0).origin());
    assertThat(result.locate(about).origin()).hasToString("a.yaml:7:34");
  }

  @Test
  void findingsOfAFileEndSomewhere() {
    StringBuilder text =
        new StringBuilder("apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n");
    for (int i = 0; i < 5000; i++) {
      text.append("field").append(i).append(": 1\n");
    }
    List<Finding> findings = ManifestReader.read("a.yaml", text.toString()).findings();
    assertThat(findings).hasSize(Limits.FINDINGS + 1);
    assertThat(findings.get(Limits.FINDINGS).id()).isEqualTo("YAML-LIMIT");
  }
}
