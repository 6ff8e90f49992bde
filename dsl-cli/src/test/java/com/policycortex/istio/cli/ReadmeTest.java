package com.policycortex.istio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README shows is what the command prints. */
class ReadmeTest {

  private static final String COMMAND = "$ java -jar dsl-cli/target/istio.jar lint mesh.yaml\n";

  @TempDir private Path folder;
  private final CommandRun command = new CommandRun();

  @Test
  void lintPrintsWhatReadmeShows() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mesh.yaml"),
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: a
            spec:
              hosts:
              - a.example.com
              http:
              - match:
                - uri: {prefx: /a}
                route:
                - destination: {host: a}
            """);
    assertThat(command.run("lint", file)).isEqualTo(1);
    String readme = Files.readString(Path.of("../README.md"));
    int begin = readme.indexOf(COMMAND) + COMMAND.length();
    String shown = readme.substring(begin, readme.indexOf("```", begin));
    assertThat(command.out().replace(folder + "/", "")).isEqualTo(shown);
  }
}
