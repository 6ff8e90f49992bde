package com.policycortex.istio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String[] first, Object... more) {
    return run(Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray());
  }

  private int run(Object... arguments) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    return commandLine.execute(texts);
  }

  private static Map<String, String> helps(String... arguments) {
    Map<String, String> helps = new HashMap<>();
    Main.commandLine(arguments)
        .getSubcommands()
        .forEach((name, command) -> helps.put(name, command.getUsageMessage()));
    return helps;
  }

  @Test
  void aCommandThatIsReadAloneIsTheSame() {
    Map<String, String> helps = helps();
    for (String name : List.of("render", "lint", "describe", "explain", "to-java")) {
      assertThat(helps).containsAllEntriesOf(helps(name, "--help"));
    }
    assertThat(Main.commandLine("lint").getSubcommands()).containsOnlyKeys("lint");
    assertThat(Main.commandLine("lnt").getSubcommands()).containsKeys("lint", "render", "help");
  }

  @Test
  void renderingSaysWhatItMade() {
    assertThat(run("render", "policycortex", "--env", "prod", "--out", folder)).isZero();
    assertThat(out.toString()).contains("PolicyCortex prod", "base/", "22 files written");
    assertThat(folder.resolve("kustomization.yaml")).exists();
  }

  @Test
  void checkingFailsWithTheDifference() {
    run("render", "policycortex", "--out", folder);
    assertThat(run("render", "policycortex", "--out", folder, "--check")).isZero();
    assertThat(
            run("render", "policycortex", "--out", folder, "--check", "--set", "canary.weight=25"))
        .isEqualTo(1);
    assertThat(out.toString()).contains("-      weight: 90", "+      weight: 75");
  }

  @Test
  void wrongUseIsSaidSoWithoutAStackTrace() {
    assertThat(run("render", "policycortex", "--out", folder, "--set", "canary.wieght=5"))
        .isEqualTo(2);
    assertThat(run("render", "nothing", "--out", folder)).isEqualTo(2);
    assertThat(run("render", "policycortex", "--env", "live", "--out", folder)).isEqualTo(2);
    assertThat(run("render", "policycortex")).isEqualTo(2);
    assertThat(run("lint")).isEqualTo(2);
    assertThat(run("lint", "--format", "xml", folder)).isEqualTo(2);
    assertThat(run("lint", "--format", "text", "--format", "json", folder)).isEqualTo(2);
    assertThat(run("lint", "--format", "json=a", "--output", "b", folder)).isEqualTo(2);
    assertThat(run("lint", "--fail-on", "never", folder)).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "did you mean \"canary.weight\"?",
            "there is policycortex",
            "choose one of prod, staging, dev",
            "--out DIR",
            "choose one of text, json, sarif, junit, markdown",
            "two reports cannot go to one place",
            "every format has its file already",
            "choose one of error, warning, info")
        .doesNotContain("\tat ");
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidSo() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThat(run("render", "policycortex", "--out", file)).isEqualTo(2);
    assertThat(err.toString()).contains("cannot write").doesNotContain("\tat ");
  }

  @Test
  void settingsAreListed() {
    assertThat(run("render", "policycortex", "--env", "dev", "--settings")).isZero();
    assertThat(out.toString()).contains("namespace=policycortex-dev", "tracing.sampling=100");
  }

  @Test
  void whatIsRenderedIsClean() {
    run("render", "policycortex", "--out", folder);
    assertThat(run("lint", folder)).isZero();
    assertThat(out.toString()).contains("0 errors");
  }

  @Test
  void lintShowsTheLineAndWhatToDo() throws IOException {
    Path file = broken();
    assertThat(run("lint", file)).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            file + ":6:5: error YAML-UNKNOWN-FIELD",
            "6 |     htpp: []\n      |     ^",
            "fix: Did you mean \"http\"?",
            "0 manifests read from 1 file: 2 errors",
            "left out (errors in reading): VirtualService a of");
  }

  @Test
  void lintAsJsonIsOneObjectALine() throws IOException {
    Path file = broken();
    run("lint", "--format", "json", file, folder.resolve("missing.yaml"));
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(3);
    JsonNode first = new ObjectMapper().readTree(lines.get(0));
    assertThat(first.fieldNames())
        .toIterable()
        .containsExactly(
            "file",
            "line",
            "column",
            "severity",
            "id",
            "resource",
            "path",
            "message",
            "hint",
            "gate",
            "related",
            "witness",
            "repairs",
            "fingerprint");
    assertThat(first.get("resource").fieldNames())
        .toIterable()
        .containsExactly("kind", "namespace", "name");
    assertThat(lines.get(2)).contains("YAML-UNREADABLE");
  }

  @Test
  void lintAsSarifNamesRulesAndPlaces() throws IOException {
    run("lint", "--format", "sarif", broken());
    JsonNode run = new ObjectMapper().readTree(out.toString()).get("runs").get(0);
    assertThat(run.get("results")).hasSize(2);
    assertThat(run.at("/results/0/locations/0/physicalLocation/region/startLine").asInt())
        .isPositive();
    assertThat(run.at("/tool/driver/rules/0/id").asText()).startsWith("YAML-");
  }

  @Test
  void severalReportsAreWrittenAtOnce() throws IOException {
    Path sarif = folder.resolve("reports/istio.sarif");
    Path junit = folder.resolve("istio.xml");
    assertThat(run("lint", "--format", "sarif=" + sarif, "--format", "junit=" + junit, broken()))
        .isEqualTo(1);
    assertThat(sarif).content().contains("YAML-UNKNOWN-FIELD");
    assertThat(junit).content().contains("<failure type=\"YAML-UNKNOWN-FIELD\"");
    assertThat(out.toString()).startsWith("0 manifests read from 1 file: 2 errors");
  }

  @Test
  void checksThatAreLeftOutTakeOneLine() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("policy.yaml"),
            """
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: a, namespace: shop}
            spec: {rules: [{}]}
            """);
    run("lint", file);
    assertThat(out.toString().lines().filter(line -> line.startsWith("left out"))).hasSize(1);
    assertThat(out.toString())
        .containsPattern(
            "left out: \\d+ checks, because nothing is given of: .*Namespaces.*, workloads"
                + " \\(lint --skipped lists them\\)")
        .doesNotContain("POLICY-SELECTOR-NO-WORKLOAD");
    run("lint", "--skipped", file);
    assertThat(out.toString())
        .containsPattern("no workload .* is among the manifests: .*POLICY-SELECTOR-NO-WORKLOAD");
  }

  @Test
  void validateOnlyLeavesOutWhatIsWrongBetweenManifests() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("routes.yaml"),
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: shop, namespace: shop}
            spec:
              hosts: [shop.example.com]
              gateways: [none]
              http:
              - route: [{destination: {host: shop}, weight: -1}]
            ---
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: edge, namespace: shop}
            spec:
              selector: {istio: ingress}
              servers:
              - port: {number: 80, protocol: HTTP, name: http}
                hosts: ["*"]
            """);
    assertThat(run("lint", file)).isEqualTo(1);
    assertThat(out.toString()).contains("REF-GATEWAY-MISSING", "VS-DEST-WEIGHT");
    out.getBuffer().setLength(0);
    assertThat(run("lint", "--validate-only", file)).isEqualTo(1);
    assertThat(out.toString())
        .contains("routes.yaml:8:", "VS-DEST-WEIGHT")
        .doesNotContain("REF-GATEWAY-MISSING", "left out");
  }

  @Test
  void helpSaysWholeSentencesOfEachCommand() {
    run("--help");
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains(
            "or what a gateway serves.",
            "Prints a Java class that makes the manifests of files.",
            "what it means, why, and how to repair it.");
  }

  @Test
  void whatFailsIsChosen() throws IOException {
    Path file = Files.writeString(folder.resolve("values.yaml"), "replicas: 3\n");
    assertThat(run("lint", file)).isZero();
    assertThat(run("lint", "--fail-on", "warning", file)).isEqualTo(1);
    assertThat(run("lint", "--fail-on", "warning", "--severity", "error", file)).isEqualTo(1);
    assertThat(out.toString()).contains("1 finding below error not shown");
  }

  @Test
  void aFindingIsSuppressedUntilItsDay() throws IOException {
    Path values = Files.writeString(folder.resolve("values.yaml"), "replicas: 3\n");
    Path file =
        Files.writeString(
            folder.resolve("suppressions.yaml"),
            """
            suppress:
            - id: YAML-NOT-A-MANIFEST
              reason: values of a Helm chart
              until: 2026-12-31
            """);
    String[] lint = {"lint", "--fail-on", "warning", "--suppressions", file.toString()};
    assertThat(run(lint, "--today", "2026-12-31", values)).isZero();
    assertThat(out.toString()).contains("0 warnings; 1 suppressed");
    assertThat(run(lint, "--today", "2027-01-01", values)).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            values + ":1:1: warning YAML-NOT-A-MANIFEST",
            file + ":2:3: warning SUPPRESSION-EXPIRED",
            "2 | - id: YAML-NOT-A-MANIFEST");
    assertThat(run(lint, "--today", "tomorrow", folder)).isEqualTo(2);
    assertThat(run("lint", "--suppressions", folder.resolve("none.yaml"), folder)).isEqualTo(2);
    assertThat(err.toString())
        .contains("\"tomorrow\" is no date", "cannot read", "there is no such file");
  }

  @Test
  void whatAClusterWouldRefuseIsNotSuppressed() throws IOException {
    Path file = broken();
    Path suppressions =
        Files.writeString(
            folder.resolve("suppressions.yaml"),
            "suppress: [{id: YAML-*, reason: r, until: 2099-01-01}]\n");
    assertThat(run("lint", "--suppressions", suppressions, file)).isEqualTo(1);
    assertThat(out.toString())
        .contains("error YAML-UNKNOWN-FIELD", "warning SUPPRESSION-REFUSED", "2 errors");
  }

  @Test
  void anOldMeshStartsAtZeroWithABaseline() throws IOException {
    Path file = broken();
    Path baseline = folder.resolve("baseline.yaml");
    assertThat(run("lint", "--write-baseline", baseline, folder)).isZero();
    assertThat(err.toString()).contains("2 findings written to " + baseline);
    assertThat(run("lint", "--baseline", baseline, folder)).isZero();
    assertThat(out.toString()).contains("0 errors, 0 warnings; 2 of the baseline");
    Files.writeString(file, "# moved\n\n" + Files.readString(file).replace("[on]", "[off]"));
    assertThat(run("lint", "--baseline", baseline, folder)).isZero();
    Files.writeString(file, Files.readString(file).replace("htpp", "tcpp"));
    assertThat(run("lint", "--baseline", baseline, folder)).isEqualTo(1);
    assertThat(out.toString())
        .contains("\"tcpp\"", "1 finding of the baseline is gone; write the baseline anew");
    Files.writeString(baseline, "version: 9\n");
    assertThat(run("lint", "--baseline", baseline, folder)).isEqualTo(1);
    assertThat(out.toString()).contains(baseline + ":1:1: error BASELINE-VERSION");
  }

  @Test
  void whatIsWrongBetweenManifestsIsFoundToo() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mesh.yaml"),
            """
            apiVersion: v1
            kind: Service
            metadata: {name: reviews, namespace: shop}
            spec:
              ports: [{name: http, port: 80}]
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: reviews, namespace: shop}
            spec:
              hosts: [reviews]
              http:
              - route:
                - destination: {host: nowhere}
            """);
    assertThat(run("lint", file)).isEqualTo(1);
    assertThat(out.toString()).contains(file + ":14:27: error REF-ROUTE-HOST-MISSING");
    run("lint", "--format", "sarif", file);
    assertThat(out.toString()).contains("\"shortDescription\"");
  }

  @Test
  void findingsAreRepairedAsADifferenceOrInTheirFiles() throws IOException {
    String text =
        """
        # Of the shop.
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: reviews, namespace: shop}
        spec:
          host: reviews
          trafficPolicy:
            connectionPool: {http: {maxRetries: 3}}
            portLevelSettings:
            - port: {number: 80} # the only one
              outlierDetection: {interval: 3s}
        """;
    String wanted =
        text.replace(
            "the only one\n",
            "the only one\n      connectionPool:\n        http:\n          maxRetries: 3\n");
    Path file = Files.writeString(folder.resolve("mesh.yaml"), text);
    assertThat(run("lint", "--diff", file)).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .contains("1 finding not: the repair changes what traffic does; with --unsafe it is made");
    assertThat(run("lint", "--diff", "--unsafe", file)).isZero();
    assertThat(out.toString())
        .startsWith("--- a" + file)
        .contains("\n@@ -8,4 +8,7 @@\n")
        .contains("\n+      connectionPool:\n+        http:\n+          maxRetries: 3\n");
    assertThat(file).content().isEqualTo(text);
    assertThat(run("lint", "--fix", "--unsafe", "--fail-on", "warning", file)).isZero();
    assertThat(file).content().isEqualTo(wanted);
    assertThat(err.toString())
        .contains("1 finding repaired in 1 file")
        .contains(
            "DR-PORT-LEVEL-DROPS-SETTINGS DestinationRule shop/reviews: Repeat connectionPool for"
                + " the port; it changes traffic: they hold for the port as well");
    assertThat(out.toString()).contains("1 manifest read from 1 file: 0 errors, 0 warnings\n");
    assertThat(run("lint", "--fix", "-")).isEqualTo(2);
  }

  @Test
  void allFindingsOfADocumentAreRepairedAtOnceAndTheFileStaysReadable() throws IOException {
    String text =
        """
        # what is served
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: a, namespace: shop}
        spec:
          hosts: [a]
          http:
            # by user
            - match:
                - uri: {prefix: "api"} # of old
                - headers: {X-User: {exact: jason}}
                - headers:
                    "X-Team": # who
                      exact: 'a'
              route:
                - destination: {host: a}
                  weight: 50
            - route:
                - destination: {host: a}
              # twice
              mirror: {host: b}
              fault:
                delay: {fixedDelay: 1s, percent: 10}
        """;
    Path file = Files.writeString(folder.resolve("a b.yaml"), text);
    Set<PosixFilePermission> permissions = PosixFilePermissions.fromString("rw-r--r--");
    Files.setPosixFilePermissions(file, permissions);
    assertThat(run("lint", "--diff", "--unsafe", file)).isZero();
    String difference = out.toString();
    assertThat(file).content().isEqualTo(text);
    assertThat(run("lint", "--fix", file)).isZero();
    assertThat(file).content().contains("\"api\"").contains("x-user", "x-team", "value: 10");
    assertThat(run("lint", "--fix", "--unsafe", file)).isZero();
    assertThat(difference)
        .contains("-        - uri: {prefix: \"api\"} # of old\n")
        .contains("+        - uri: {prefix: /api} # of old\n")
        .contains("-          weight: 50\n")
        .contains("+            x-team: # who\n")
        .contains("+            value: 10\n");
    assertThat(file)
        .content()
        .isEqualTo(
            text.replace("\"api\"", "/api")
                .replace("X-User", "x-user")
                .replace("\"X-Team\"", "x-team")
                .replace("          weight: 50\n", "")
                .replace(
                    " {fixedDelay: 1s, percent: 10}\n",
                    "\n          fixedDelay: 1s\n          percentage:\n            value: 10\n"));
    assertThat(err.toString())
        .contains("4 findings repaired in 1 file")
        .contains("1 finding repaired in 1 file");
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(permissions);
    assertThat(run("lint", "--fix", file)).isZero();
    assertThat(err.toString()).contains("0 findings repaired in 0 files");
  }

  @Test
  void aReportThatCannotBeWrittenIsSaidSo() throws IOException {
    Path file = broken();
    assertThat(run("lint", "--output", file.resolve("report.txt"), file)).isEqualTo(2);
    assertThat(err.toString()).contains("cannot write").doesNotContain("\tat ");
  }

  @Test
  void aWorkloadAHostAndAGatewayAreDescribed() throws IOException {
    run("render", "policycortex", "--out", folder);
    assertThat(run("describe", "host", "policycortex/core-api", folder)).isZero();
    assertThat(run("describe", "gateway", "istio-system/policycortex", folder)).isEqualTo(2);
    assertThat(run("describe", "workload", "policycortex/nothing", folder)).isEqualTo(2);
    assertThat(run("describe", "pod", "a", folder)).isEqualTo(2);
    assertThat(run("describe", "workload", "a", "--from", "b", folder)).isEqualTo(2);
    assertThat(out.toString()).contains("core-api.policycortex.svc.cluster.local");
    assertThat(err.toString())
        .contains("nothing", "choose one of workload, host, gateway", "--from is for hosts")
        .doesNotContain("\tat ");
    broken();
    run("describe", "host", "policycortex/core-api", folder);
    assertThat(err.toString()).contains("2 errors in reading");
  }

  @Test
  void helpTeachesByExamples() {
    assertThat(run("--help")).isZero();
    assertThat(run("render", "--help")).isZero();
    assertThat(run("lint", "--help")).isZero();
    assertThat(out.toString())
        .contains("istio render policycortex --env prod --out mesh", "istio lint", "Exit codes");
  }

  private Path broken() throws IOException {
    return Files.writeString(
        folder.resolve("broken.yaml"),
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata:
            name: a
        spec:
            htpp: []
            hosts: [on]
        """);
  }
}
