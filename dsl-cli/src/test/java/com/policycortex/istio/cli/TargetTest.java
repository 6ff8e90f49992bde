package com.policycortex.istio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The option {@code --target} of lint and render. */
class TargetTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object... arguments) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    return commandLine.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  private Path retries() throws IOException {
    return Files.writeString(
        folder.resolve("retries.yaml"),
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata:
          name: a
          namespace: b
        spec:
          hosts: [a.b.svc.cluster.local]
          http:
          - retries:
              attempts: 2
              backoff: 5s
            route:
            - destination:
                host: a.b.svc.cluster.local
        """);
  }

  @Test
  void lint_finds_what_the_target_does_not_have() throws IOException {
    assertThat(run("lint", "--target", "1.24", retries())).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            ":11:16: error RELEASE-FIELD",
            "backoff is there since Istio 1.26, and the target is 1.24",
            "11 |       backoff: 5s",
            "fix: Leave it out, or take Istio 1.26 or newer as the target");
  }

  @Test
  void lint_finds_nothing_where_the_target_has_all() throws IOException {
    run("lint", "--target", "1.26.4", retries());
    run("lint", retries());
    assertThat(out.toString()).doesNotContain("RELEASE-");
  }

  // The preset has retries that 1.26 and 1.27 brought; versions of kinds are no reason to refuse.
  @Test
  void render_writes_nothing_that_the_target_does_not_have() {
    Path mesh = folder.resolve("mesh");
    assertThat(run("render", "policycortex", "--target", "1.20", "--out", mesh)).isEqualTo(1);
    assertThat(err.toString())
        .contains("error RELEASE-FIELD", "backoff is there since Istio 1.26")
        .doesNotContain("RELEASE-VERSION");
    assertThat(mesh).doesNotExist();
    assertThat(run("render", "policycortex", "--target", "1.27", "--out", mesh)).isZero();
    assertThat(run("render", "policycortex", "--target", "1.27", "--out", mesh, "--check"))
        .isZero();
  }

  @Test
  void lint_says_which_release_has_the_version_of_a_kind() throws IOException {
    assertThat(run("lint", "--target", "1.21", retries())).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            ":1:13: error RELEASE-VERSION",
            "networking.istio.io/v1 of VirtualService is served since Istio 1.22, and the target is"
                + " 1.21",
            "fix: Write apiVersion: networking.istio.io/v1beta1");
  }

  @Test
  void a_target_that_is_not_known_is_said_so() {
    assertThat(run("lint", "--target", "1.19", folder)).isEqualTo(2);
    assertThat(err.toString()).contains("\"1.19\" is no release that is known; write 1.20 to 1.31");
  }
}
