package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedInputTest {

  private static final String VIRTUAL_SERVICE =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: a}
      spec:
        hosts: [a]
        http:
        - route: [{destination: {host: a}}]
      """;

  private static Arguments of(String what, String insteadOf, String broken, String finding) {
    return Arguments.of(what, VIRTUAL_SERVICE.replace(insteadOf, broken), finding);
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        of("a misspelt field", "http:", "htpp:", "YAML-UNKNOWN-FIELD 6:3 did you mean \"http\"?"),
        of(
            "a field in snake case",
            "- route:",
            "- direct_response: {status: 200}\n    route:",
            "YAML-UNKNOWN-FIELD 7:5 did you mean \"directResponse\"?"),
        of(
            "a field in another case",
            "hosts:",
            "Hosts:",
            "YAML-UNKNOWN-FIELD 5:3 did you mean \"hosts\"?"),
        of(
            "a misspelt arm, which would match everything",
            "- route:",
            "- match: [{uri: {prefx: /a}}]\n    route:",
            "YAML-UNKNOWN-FIELD 7:20 did you mean \"prefix\"?"),
        of(
            "a second arm",
            "- route:",
            "- match: [{uri: {prefix: /a, exact: /b}}]\n    route:",
            "YAML-SECOND-ARM 7:20 keep one of the two"),
        of(
            "a field of a sibling",
            "- route:",
            "- weight: 5\n    route:",
            "YAML-UNKNOWN-FIELD 7:5 write one of "),
        of(
            "a field twice",
            "hosts: [a]",
            "hosts: [a]\n  hosts: [b]",
            "YAML-DUPLICATE-KEY 6:3 keep one of the two"),
        of("y for a text", "[a]", "[y]", "YAML-TYPE 5:11 write \"y\""),
        of("on for a text", "[a]", "[on]", "YAML-TYPE 5:11 write \"on\""),
        of("No for a text", "[a]", "[No]", "YAML-TYPE 5:11 write \"No\""),
        of("1e3 for a text", "[a]", "[1e3]", "YAML-TYPE 5:11 write \"1e3\""),
        of("0123 for a text", "[a]", "[0123]", "YAML-TYPE 5:11 write \"0123\""),
        of("0x1F for a text", "[a]", "[0x1F]", "YAML-TYPE 5:11 write \"0x1F\""),
        of("1_000 for a text", "[a]", "[1_000]", "YAML-TYPE 5:11 write \"1_000\""),
        of("1.10 for a text", "[a]", "[1.10]", "YAML-TYPE 5:11 write \"1.10\""),
        of(".inf for a text", "[a]", "[.inf]", "YAML-TYPE 5:11 write \".inf\""),
        of("12:30 for a text", "[a]", "[12:30]", "YAML-SEXAGESIMAL 5:11 write \"12:30\""),
        of("null in a list", "[a]", "[a, ~]", "YAML-TYPE 5:14 write it, or remove the dash"),
        of("a text for a list", "[a]", "a", "YAML-TYPE 5:10 write a dash before each element"),
        of("an object for a text", "host: a", "host: {a: b}", "YAML-TYPE 7:34 write a text"),
        of(
            "a list for an object",
            "destination: {host: a}",
            "destination: [a]",
            "YAML-TYPE 7:27 write an object"),
        of(
            "a text for an object",
            "destination: {host: a}",
            "destination: a",
            "YAML-TYPE 7:27 write an object"),
        of(
            "a text for a number",
            "host: a",
            "host: a, port: {number: http}",
            "YAML-TYPE 7:52 write a whole number"),
        of(
            "a quoted number",
            "host: a",
            "host: a, port: {number: \"80\"}",
            "YAML-TYPE 7:52 remove the quotes around 80"),
        of(
            "half a port",
            "host: a",
            "host: a, port: {number: 80.5}",
            "YAML-TYPE 7:52 write a whole number"),
        of(
            "a negative port",
            "host: a",
            "host: a, port: {number: -1}",
            "YAML-RANGE 7:52 write a number between them"),
        of(
            "a number beyond 64 bits",
            "host: a",
            "host: a, port: {number: 99999999999999999999}",
            "YAML-RANGE 7:52 "),
        of(
            "a number of a thousand digits",
            "host: a",
            "host: a, port: {number: 1e999999999}",
            "YAML-TYPE 7:52 "),
        of(
            "a duration without unit",
            "- route:",
            "- timeout: 30\n    route:",
            "YAML-DURATION 7:14 write 30s for seconds"),
        of(
            "a duration in days",
            "- route:",
            "- timeout: 1d\n    route:",
            "YAML-DURATION 7:14 write a number with h, m, s"),
        of("a duration in words", "- route:", "- timeout: soon\n    route:", "YAML-DURATION 7:14 "),
        of(
            "a negative duration is not guessed",
            "- route:",
            "- timeout: 5 s\n    route:",
            "YAML-DURATION 7:14 "),
        of(
            "a text for a truth value",
            "- route:",
            "- match: [{ignoreUriCase: maybe}]\n    route:",
            "YAML-TYPE 7:29 write true or false"),
        of(
            "a quoted truth value",
            "- route:",
            "- match: [{ignoreUriCase: \"true\"}]\n    route:",
            "YAML-TYPE 7:29 remove the quotes around true"),
        of(
            "a number for a label",
            "metadata: {name: a}",
            "metadata: {name: a, labels: {version: 1.10}}",
            "YAML-TYPE 3:39 write \"1.10\""),
        of(
            "a label without value",
            "metadata: {name: a}",
            "metadata: {name: a, labels: {version: }}",
            "YAML-NULL 3:30 write a value"),
        of(
            "a truth value for an annotation",
            "metadata: {name: a}",
            "metadata: {name: a, annotations: {inject: true}}",
            "YAML-TYPE 3:43 write \"true\""),
        of("a missing name", "{name: a}", "{}", "YAML-MISSING-FIELD 3:11 write name"),
        of(
            "missing metadata",
            "metadata: {name: a}\n",
            "",
            "YAML-MISSING-FIELD 1:1 write metadata"),
        of(
            "a missing field",
            "destination: {host: a}",
            "weight: 5",
            "YAML-MISSING-FIELD 7:13 write destination"),
        Arguments.of(
            "a missing spec",
            "apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: a}\n",
            "YAML-MISSING-FIELD 1:1 write spec"),
        of(
            "a misspelt kind",
            "kind: VirtualService",
            "kind: VirtualServices",
            "YAML-UNKNOWN-KIND 2:1 did you mean VirtualService?"),
        of(
            "a kind that is not there",
            "kind: VirtualService",
            "kind: Mesh",
            "YAML-UNKNOWN-KIND 2:1 write one of "),
        of(
            "a version that is not there",
            "/v1",
            "/v2",
            "YAML-UNKNOWN-VERSION 1:1 write apiVersion: networking.istio.io/v1"),
        of(
            "the wrong group",
            "networking.istio.io/v1",
            "security.istio.io/v1",
            "YAML-WRONG-GROUP 1:1 write apiVersion: networking.istio.io/v1"),
        of(
            "a slip in the group",
            "networking.istio.io/v1",
            "networking.istoi.io/v1",
            "YAML-WRONG-GROUP 1:1 write apiVersion: networking.istio.io/v1"),
        of(
            "no group",
            "networking.istio.io/v1",
            "v1",
            "YAML-WRONG-GROUP 1:1 write apiVersion: networking.istio.io/v1"),
        of(
            "a group of Kubernetes",
            "networking.istio.io/v1",
            "apps/v1",
            "YAML-WRONG-GROUP 1:1 write apiVersion: networking.istio.io/v1"),
        of("bytes that are no base64", "[a]", "[!!binary a b]", "YAML-TAG 5:11 write the text"),
        of("a tag that does not fit", "[a]", "[!!int a]", "YAML-TAG 5:11 remove the tag"),
        of("a tag that nobody knows", "[a]", "[!mine a]", "YAML-TAG 5:11 remove the tag"),
        of(
            "nothing as a name",
            "{name: a}",
            "{name: a, labels: {~: x}}",
            "YAML-KEY 3:30 write \"~\""),
        of(
            "a name that is read as another",
            "{name: a}",
            "{name: a, labels: {yes: x, on: y1}}",
            "YAML-DUPLICATE-KEY 3:38 keep one of the two"),
        of(
            "no apiVersion",
            "apiVersion: networking.istio.io/v1\n",
            "",
            "YAML-NOT-A-MANIFEST 1:1 write apiVersion: networking.istio.io/v1"),
        of("no kind", "kind: VirtualService\n", "", "YAML-NOT-A-MANIFEST 1:1 write kind"),
        of(
            "a number for the kind",
            "kind: VirtualService",
            "kind: 5",
            "YAML-NOT-A-MANIFEST 1:1 write kind"),
        of("a tab", "  hosts:", "\thosts:", "YAML-TAB 5:1 indent with blanks"),
        of("wrong indentation", "  hosts:", " hosts:", "YAML-SYNTAX 6:3 check indentation"),
        of("an open bracket", "[a]", "[a", "YAML-SYNTAX 6:7 check indentation"),
        of("an open quote", "[a]", "[\"a]", "YAML-SYNTAX 8:1 check indentation"),
        of(
            "an anchor that is not there",
            "[a]",
            "*hosts",
            "YAML-ALIAS 5:10 define the anchor first"),
        of(
            "an anchor that contains itself",
            "[a]",
            "&h [*h]",
            "YAML-ALIAS 5:14 define the anchor first"),
        of("a tag of its own", "[a]", "!hosts [a]", "YAML-TAG 5:10 remove the tag"),
        of(
            "an object as a name",
            "hosts: [a]",
            "? {a: b}\n  : c",
            "YAML-KEY 5:5 write a text before the colon"),
        of("a merge of a text", "hosts: [a]", "<<: a\n  hosts: [a]", "YAML-MERGE 5:3"),
        of("a control character", "host: a", "host: \u0007", "YAML-CHARACTER 7:34 remove it"),
        of(
            "a Helm template",
            "[a]",
            "{{ .Values.hosts }}",
            "YAML-HELM-TEMPLATE 1:1 lint what helm template prints"),
        of(
            "a Helm block",
            "spec:",
            "{{- if .Values.mesh }}\nspec:",
            "YAML-HELM-TEMPLATE 1:1 lint what helm template prints"),
        Arguments.of("a text", "hello", "YAML-NOT-A-MANIFEST 1:1 write apiVersion"),
        Arguments.of(
            "a list of manifests without List",
            "- a\n- b",
            "YAML-NOT-A-MANIFEST 1:1 write apiVersion"),
        Arguments.of(
            "a List without items",
            "apiVersion: v1\nkind: List",
            "YAML-NOT-A-MANIFEST 1:1 write items"),
        Arguments.of(
            "a kustomization",
            "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization",
            "YAML-KUSTOMIZATION 1:1 lint what kubectl kustomize prints"),
        Arguments.of("a truncated file", VIRTUAL_SERVICE.substring(0, 98), "YAML-SYNTAX "),
        Arguments.of("levels without end", "a: " + "[".repeat(5000), "YAML-LIMIT "),
        Arguments.of(
            "a line without end",
            "a: b\nc: \"" + "x".repeat(Limits.LINE) + "\"\n",
            "YAML-LIMIT 2:1 break the line"),
        Arguments.of("a billion laughs", laughs(), "YAML-LIMIT "));
  }

  private static String laughs() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 20; i++) {
      text.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(10) + "]\n");
    }
    return text.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void isFoundWithItsPlaceAndWhatToDo(String what, String text, String finding) {
    ReadResult result = ManifestReader.read("a.yaml", text);
    assertThat(result.findings())
        .as(what)
        .extracting(MalformedInputTest::line)
        .anyMatch(f -> f.startsWith(finding));
    // A document that only gives rise to a doubt is read; one that is none at all is not.
    if (result.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
      assertThat(result.manifests()).isEmpty();
    }
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
        .containsExactly("YAML-ENCODING 2:1 save it as UTF-8");
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
