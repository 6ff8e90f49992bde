package com.policycortex.istio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong by the way the command is used destroys nothing and is said. */
class HostileUseTest {

  private static final String MESH =
      """
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: a, namespace: shop}
      spec: {host: a}
      """;

  @TempDir private Path folder;
  private final CommandRun command = new CommandRun();
  private Path mesh;

  @BeforeEach
  void write() throws IOException {
    mesh = Files.writeString(folder.resolve("mesh.yaml"), MESH);
  }

  @Test
  void aReportNeverReplacesAManifestThatItIsAbout() {
    assertThat(command.run("lint", "--output", mesh, mesh)).isEqualTo(2);
    assertThat(command.err()).contains("holds manifests that are looked at");
    assertThat(command.run("lint", "--format", "sarif=" + folder + "/./mesh.yaml", folder))
        .isEqualTo(2);
    assertThat(command.run("lint", "--write-baseline", mesh, folder)).isEqualTo(2);
    assertThat(mesh).content().isEqualTo(MESH);
  }

  @Test
  void anOptionBeforeTheCommandAndACommandThatIsNotThereAreNamed() {
    assertThat(command.run("-x", "lint")).isEqualTo(2);
    assertThat(command.err()).startsWith("Unknown option: '-x'");
    assertThat(command.run("--severity", "error", "lint", mesh)).isEqualTo(2);
    assertThat(command.err()).contains("options of a command stand behind its name");
    assertThat(command.run("lin", mesh)).isEqualTo(2);
    assertThat(command.err()).startsWith("there is no command \"lin\"").contains("istio lint");
  }

  @Test
  void anEmptyPathIsNotTheFolderWhereTheCommandRuns() {
    assertThat(command.run("lint", "")).isEqualTo(2);
    assertThat(command.err()).contains("a path is empty");
    assertThat(command.run("describe", "workload", "a", " ")).isEqualTo(2);
  }

  @Test
  void whatADifferenceWouldLeaveOutIsRefused() {
    assertThat(command.run("lint", "--diff", "--format", "json", mesh)).isEqualTo(2);
    assertThat(command.err()).contains("leave out --format");
    Path baseline = folder.resolve("b.yaml");
    assertThat(command.run("lint", "--diff", "--write-baseline", baseline, mesh)).isEqualTo(2);
    assertThat(command.err()).contains("leave out --write-baseline");
    assertThat(baseline).doesNotExist();
  }

  @Test
  void everyCommandSaysItsVersion() {
    assertThat(command.run("lint", "--version")).isZero();
    assertThat(command.out()).startsWith("istio ");
  }

  @Test
  void nothingOnStandardInputIsSaid() {
    java.io.InputStream before = System.in;
    System.setIn(new java.io.ByteArrayInputStream(new byte[0]));
    try {
      assertThat(command.run("lint", "-")).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(command.out()).contains("warning", "nothing came by standard input");
  }

  @Test
  void aReportOrBaselineAmongTheManifestsIsNoneOfThem() {
    Path report = folder.resolve("report.json");
    Path baseline = folder.resolve("new/baseline.yaml");
    for (int i = 0; i < 2; i++) {
      assertThat(
              command.run(
                  "lint", "--format=sarif=" + report, "--write-baseline", baseline, folder + "/"))
          .isZero();
      assertThat(command.out()).startsWith("1 manifest read from 1 file: 0 errors");
    }
    assertThat(baseline).isNotEmptyFile();
  }

  @Test
  void aReportNeverReplacesSettings() throws IOException {
    Path settings = Files.writeString(folder.resolve("s.yaml"), "suppress: []\n");
    assertThat(command.run("lint", "--suppressions", settings, "--output", settings, mesh))
        .isEqualTo(2);
    assertThat(settings).content().isEqualTo("suppress: []\n");
  }

  @Test
  void twoReportsAreNotWrittenToOneFileHoweverItIsNamed() {
    String file = folder.resolve("r").toString();
    assertThat(
            command.run(
                "lint", "--format=json=" + file, "--format=text=" + folder + "/x/../r", mesh))
        .isEqualTo(2);
    assertThat(command.err()).contains("two reports cannot go to one place");
  }

  @Test
  void aFormatWithoutAFileBehindItsSignIsSaidSo() {
    assertThat(command.run("lint", "--format", "text=", mesh)).isEqualTo(2);
    assertThat(command.err()).contains("there is no file behind text=");
  }

  @Test
  void aMistakeInAnAnnotationIsShownAtItsLine() throws IOException {
    Files.writeString(
        mesh,
        """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata:
          name: a
          namespace: shop
          annotations:
            policycortex.com/suppress: |
              DR-FOO until 2030-01-01: later

              DR-BAR until 2030-02-31: never
              DR-BAZ until 2020-01-01: long ago
        spec: {host: a}
        """);
    assertThat(command.run("lint", "--today", "2027-01-01", mesh)).isEqualTo(1);
    assertThat(command.out())
        .contains("mesh.yaml:8:7: info SUPPRESSION-UNUSED")
        .contains("mesh.yaml:10:7: error SUPPRESSION-DATE")
        .contains("   10 |       DR-BAR until 2030-02-31: never\n")
        .contains("mesh.yaml:11:7: warning SUPPRESSION-EXPIRED");
  }

  @Test
  void whatCannotBeWrittenToStandardOutputIsNotLost() throws IOException {
    StandardOutput full = new StandardOutput(failing("No space left on device"));
    PrintWriter writer = full.writer();
    writer.println("a report");
    writer.flush();
    assertThat(full.failure()).hasValue("No space left on device");
  }

  @Test
  void whoeverReadsNoFurtherIsLeftAlone() throws IOException {
    StandardOutput pipe = new StandardOutput(failing("Broken pipe"));
    PrintWriter writer = pipe.writer();
    writer.println("a report");
    writer.flush();
    assertThat(pipe.failure()).isEmpty();
  }

  @Test
  void standardOutputIsUtf8WhereNoTerminalIs() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintWriter writer = new StandardOutput(bytes).writer();
    writer.print("…");
    writer.flush();
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("…");
  }

  private static OutputStream failing(String why) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(why);
      }
    };
  }
}
