package com.policycortex.istio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  private final CommandRun command = new CommandRun();
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("mesh.yaml"), POLICIES);
  }

  @Test
  void whoMayDoWhatIsNotRepairedUnlessSomebodySaysSo() throws IOException {
    assertThat(command.run("lint", "--fix", file)).isZero();
    assertThat(file).content().contains("dry-run", "x-team").doesNotContain("weight");
    assertThat(command.err())
        .contains("2 findings repaired in 1 file")
        .contains("1 finding not: the repair changes what traffic does; with --unsafe it is made");
    assertThat(command.run("lint", "--fix", "--unsafe", file)).isZero();
    assertThat(file).content().doesNotContain("dry-run");
    assertThat(command.err())
        .contains(
            "AUTHZ-DRY-RUN AuthorizationPolicy shop/tried: Enforce the policy; it changes traffic:"
                + " the policy allows and denies, and no longer only logs");
  }

  @Test
  void aDifferenceHasAllRepairsThatCanBeMadeTogether() throws IOException {
    assertThat(command.run("lint", "--diff", file)).isZero();
    assertThat(command.out())
        .contains(
            "\n-    - headers: {X-Team: {exact: red}}\n+    - headers: {x-team: {exact: red}}\n")
        .contains("\n-      weight: 50\n");
    assertThat(command.err()).contains("2 findings repaired by the difference");
    assertThat(file).content().isEqualTo(POLICIES);
    assertThat(command.run("lint", "--diff", "--unsafe", file)).isZero();
    assertThat(command.out()).contains("-    istio.io/dry-run: \"true\"");
    assertThat(command.err()).contains("3 findings repaired by the difference");
  }

  @Test
  void aReportSaysWhichRepairChangesTraffic() {
    command.run("lint", file);
    assertThat(command.out())
        .contains("repair: Enforce the policy; it changes traffic: the policy allows and denies")
        .contains("repair: Leave the weight out\n");
    command.run("lint", "--format", "json", file);
    assertThat(command.out())
        .contains("\"safe\":false,\"changes\":\"the policy allows")
        .contains("\"safe\":true,\"changes\":\"\"");
    command.run("lint", "--format", "sarif", file);
    assertThat(command.out().replaceAll("\\s", ""))
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
    assertThat(command.run("lint", "--fix", "--unsafe", file)).isZero();
    assertThat(file).content().contains("{name: db, namespace: shop} # as the gateway");
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertThat(command.run("lint", "--fix", "--diff", file)).isEqualTo(2);
    assertThat(command.err()).contains("choose --fix or --diff");
    assertThat(command.run("lint", "--unsafe", file)).isEqualTo(2);
    assertThat(command.err()).contains("add one of them");
  }
}
