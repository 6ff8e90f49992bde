package com.policycortex.istio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The preset has nothing that the checks of a whole mesh would say, at any stage. */
class PresetLintTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prod",
        "staging",
        "dev",
        "prod canary.weight=5",
        "prod canary.weight=25",
        "prod canary.weight=50",
        "prod canary.weight=100",
        "prod blueGreen.active=blue",
        "prod blueGreen.active=blue blueGreen.preview=true",
        "prod blueGreen.active=green"
      })
  void every_environment_and_stage_is_clean(String stage) {
    String[] words = stage.split(" ", -1);
    List<String> render = new ArrayList<>(List.of("render", "policycortex", "--env", words[0]));
    for (int i = 1; i < words.length; i++) {
      render.addAll(List.of("--set", words[i]));
    }
    render.addAll(List.of("--out", folder.toString()));
    StringWriter out = new StringWriter();
    assertThat(run(out, render)).as("%s", out).isZero();
    StringWriter report = new StringWriter();
    int status =
        run(
            report,
            List.of("lint", "--fail-on", "warning", "--today", "2026-11-25", folder.toString()));
    assertThat(status).as("%s", report).isZero();
  }

  private static int run(StringWriter out, List<String> arguments) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(out));
    return commandLine.execute(arguments.toArray(String[]::new));
  }
}
