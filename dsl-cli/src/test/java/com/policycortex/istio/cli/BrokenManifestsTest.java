package com.policycortex.istio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** One run says all that is wrong with a manifest that cannot be read as a whole, and no more. */
class BrokenManifestsTest {

  private static final String MESH =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: reviews, namespace: shop}
      spec: {ports: [{name: http, port: 80}], selector: {app: reviews}}
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: reviews, namespace: shop}
      spec:
        hosts: [reviews]
        http:
        - route: [{destination: {host: reviews, subset: v1}}]
      ---
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: reviews, namespace: shop}
      spec:
        host: reviews
        trafficPolicy: {connectionPool: {tcp: {maxConnections: 10}}}
        subsets: [{name: v1, labels: {version: v1}}]
      """;

  @TempDir private Path folder;

  @Test
  void whatTheReaderAndTheRulesFindIsSaidAtOnce() throws IOException {
    String broken =
        MESH.replace("{tcp: {maxConnections: 10}}", "{tcp: {maxConnections: -1}, htpp: {}}");

    assertThat(lint(broken))
        .containsExactly(
            "19 DR-CP-TCP-MAX spec.trafficPolicy.connectionPool.tcp.maxConnections",
            "19 YAML-UNKNOWN-FIELD spec.trafficPolicy.connectionPool.htpp");
  }

  @Test
  void aManifestThatCouldNotBeReadIsNotMissedByOthers() throws IOException {
    assertThat(lint(MESH)).isEmpty();
    assertThat(lint(MESH.replace("  host: reviews\n", "  host: reviews\n  hots: reviews\n")))
        .containsExactly("19 YAML-UNKNOWN-FIELD spec.hots");
    assertThat(lint(MESH.replace("subsets:", "subests:")))
        .containsExactly("20 YAML-UNKNOWN-FIELD spec.subests");
    assertThat(lint(MESH.replace("kind: Service\n", "kind: Service\ndata: {}\n")))
        .containsExactly("3 YAML-UNKNOWN-FIELD data");
  }

  @Test
  void whatIsWrongBetweenOthersIsSaidAllTheSame() throws IOException {
    String wrong = MESH.replace("subset: v1", "subset: v2");
    String broken = "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop, lables: {}}\n";

    assertThat(lint(wrong))
        .containsExactly("12 REF-ROUTE-SUBSET-MISSING spec.http[0].route[0].destination.subset");
    assertThat(lint(wrong + broken))
        .containsExactly(
            "12 REF-ROUTE-SUBSET-MISSING spec.http[0].route[0].destination.subset",
            "24 YAML-UNKNOWN-FIELD metadata.lables");
  }

  private List<String> lint(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("mesh.yaml"), text);
    StringWriter out = new StringWriter();
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(new StringWriter()));
    command.execute("lint", "--severity", "error", "--format", "json", file.toString());
    ObjectMapper json = new ObjectMapper();
    return out.toString()
        .lines()
        .map(
            line -> {
              try {
                return json.readTree(line);
              } catch (IOException e) {
                throw new AssertionError(line, e);
              }
            })
        .filter(one -> one.has("id"))
        .map(BrokenManifestsTest::line)
        .collect(Collectors.toList());
  }

  private static String line(JsonNode finding) {
    return finding.get("line").asInt()
        + " "
        + finding.get("id").asText()
        + " "
        + finding.get("path").asText();
  }
}
