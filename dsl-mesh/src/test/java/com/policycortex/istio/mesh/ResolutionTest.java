package com.policycortex.istio.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Names, rules and policies mean what they mean to istiod: {@code NAME.facts} is what istiod told
 * the proxies of the mesh {@code NAME.yaml}. {@code conformance/run} asks it again.
 */
class ResolutionTest {

  @TestFactory
  Stream<DynamicTest> a_mesh_means_what_istiod_takes_it_for()
      throws IOException, URISyntaxException {
    Path folder = Path.of(ResolutionTest.class.getResource("resolution").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream()
          .map(file -> dynamicTest(file.getFileName().toString(), () -> judge(file)));
    }
  }

  private static void judge(Path file) throws IOException {
    Path facts = Path.of(file.toString().replace(".yaml", ".facts"));
    Mesh mesh = Mesh.read(java.util.List.of(file));

    assertThat(mesh.findings()).isEmpty();
    assertThat(String.join("\n", ResolutionFacts.of(mesh)) + "\n")
        .isEqualTo(Files.readString(facts));
  }
}
