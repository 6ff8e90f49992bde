package com.policycortex.istio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is repaired without being asked changes nothing that works. */
class FixingTest {

  private static final String POLICIES =
      """
      apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata:
        name: tried
        namespace: shop
        annotations:
          istio.io/dry-run: "true"
      spec:
        rules:
        - to:
          - operation: {methods: [GET]}
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: a, namespace: shop}
      spec:
        hosts: [a]
        http:
        - match:
          - headers: {X-Team: {exact: red}}
          route:
          - destination: {host: a}
            weight: 50
        - route:
          - destination: {host: a}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("mesh.yaml"), POLICIES);
  }

  private int run(Object... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    return commandLine.execute(
        Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
  }

  @Test
  void whoMayDoWhatIsNotRepairedUnlessSomebodySaysSo() throws IOException {
    assertThat(run("lint", "--fix", file)).isZero();
    assertThat(file).content().contains("dry-run", "x-team").doesNotContain("weight");
    assertThat(err.toString())
        .contains("2 findings repaired in 1 file")
        .contains("1 finding not: the repair changes what traffic does; with --unsafe it is made");
    assertThat(run("lint", "--fix", "--unsafe", file)).isZero();
    assertThat(file).content().doesNotContain("dry-run");
    assertThat(err.toString())
        .contains(
            "AUTHZ-DRY-RUN AuthorizationPolicy shop/tried: Enforce the policy; it changes traffic:"
                + " the policy allows and denies, and no longer only logs");
  }

  @Test
  void aDifferenceHasAllRepairsThatCanBeMadeTogether() throws IOException {
    assertThat(run("lint", "--diff", file)).isZero();
    assertThat(out.toString())
        .contains(
            "\n-    - headers: {X-Team: {exact: red}}\n+    - headers: {x-team: {exact: red}}\n")
        .contains("\n-      weight: 50\n");
    assertThat(err.toString()).contains("2 findings repaired by the difference");
    assertThat(file).content().isEqualTo(POLICIES);
    assertThat(run("lint", "--diff", "--unsafe", file)).isZero();
    assertThat(out.toString()).contains("-    istio.io/dry-run: \"true\"");
    assertThat(err.toString()).contains("3 findings repaired by the difference");
  }

  @Test
  void aReportSaysWhichRepairChangesTraffic() {
    run("lint", file);
    assertThat(out.toString())
        .contains("repair: Enforce the policy; it changes traffic: the policy allows and denies")
        .contains("repair: Leave the weight out\n");
    run("lint", "--format", "json", file);
    assertThat(out.toString())
        .contains("\"safe\":false,\"changes\":\"the policy allows")
        .contains("\"safe\":true,\"changes\":\"\"");
    run("lint", "--format", "sarif", file);
    assertThat(out.toString().replaceAll("\\s", ""))
        .contains("\"properties\":{\"safe\":false}")
        .contains("\"properties\":{\"safe\":true}");
  }

  @Test
  void aPolicyThatIsMovedIsChangedWhereItIsWritten() throws IOException {
    Files.writeString(
        file,
        """
        # The database takes old clients.
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: db, namespace: istio-system} # as the gateway
        spec:
          selector: {matchLabels: {app: db}}
          mtls: {mode: PERMISSIVE}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: db, namespace: shop, labels: {app: db, sidecar.istio.io/inject: "true"}}
        spec:
          containers: [{name: db, image: "db:1"}]
        """);
    assertThat(run("lint", "--fix", "--unsafe", file)).isZero();
    assertThat(file).content().contains("{name: db, namespace: shop} # as the gateway");
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertThat(run("lint", "--fix", "--diff", file)).isEqualTo(2);
    assertThat(err.toString()).contains("choose --fix or --diff");
    assertThat(run("lint", "--unsafe", file)).isEqualTo(2);
    assertThat(err.toString()).contains("add one of them");
  }
}
