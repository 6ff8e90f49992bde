package com.policycortex.istio.finding;

import static com.policycortex.istio.dsl.Istio.proxyConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.dsl.Istio;
import com.policycortex.istio.model.networking.ProxyConfig;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;

class OriginTest {

  private static final String HERE = OriginTest.class.getName() + ".";

  @Test
  void whatAStreamCallsBackIsMadeByTheLineOfTheStream() {
    ProxyConfig reference = Stream.of("a").map(ProxyConfig::proxyConfig).toList().get(0);
    assertThat(reference.origin().file()).isEqualTo("OriginTest.java");
    assertThat(reference.origin().method())
        .isEqualTo(HERE + "whatAStreamCallsBackIsMadeByTheLineOfTheStream");

    ProxyConfig lambda = Stream.of("a").map(name -> proxyConfig(name)).toList().get(0);
    assertThat(lambda.origin().file()).isEqualTo("OriginTest.java");
    assertThat(lambda.origin().line()).isEqualTo(reference.origin().line() + 5);
    assertThat(lambda.origin().method()).isEqualTo(reference.origin().method());
  }

  @Test
  void anOptionalAndReflectionAreNotTheLineEither() throws ReflectiveOperationException {
    assertThat(Optional.of("a").map(ProxyConfig::proxyConfig).orElseThrow().origin().file())
        .isEqualTo("OriginTest.java");
    Method factory = ProxyConfig.class.getMethod("proxyConfig", String.class);
    ProxyConfig reflected = (ProxyConfig) factory.invoke(null, "a");
    assertThat(reflected.origin().file()).isEqualTo("OriginTest.java");
  }

  @Test
  void aThreadThatOnlyTheLibraryRunsHasNoLine() {
    ProxyConfig made =
        CompletableFuture.completedFuture("a").thenApplyAsync(ProxyConfig::proxyConfig).join();
    assertThat(made.origin()).isEqualTo(Origin.unknown());
  }

  @Test
  void inJshellItIsJshell() throws URISyntaxException {
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      shell.addToClasspath(
          Path.of(Istio.class.getProtectionDomain().getCodeSource().getLocation().toURI())
              .toString());
      String config = "com.policycortex.istio.dsl.Istio.proxyConfig(\"a\")";
      assertThat(evaluated(shell, config + ".origin().toString()")).isEqualTo("\"jshell\"");
      evaluated(shell, "Object mesh() { return " + config + ".origin().toString(); }");
      assertThat(evaluated(shell, "mesh()")).isEqualTo("\"jshell (mesh)\"");
    }
  }

  private static String evaluated(JShell shell, String code) {
    SnippetEvent event = shell.eval(code).get(0);
    assertThat(shell.diagnostics(event.snippet())).isEmpty();
    return String.valueOf(event.value());
  }

  @Test
  void aPlaceSaysWhatIsKnownOfIt() {
    assertThat(Origin.unknown()).hasToString("unknown place");
    assertThat(Origin.file("a.yaml", 2, 3)).hasToString("a.yaml:2:3");
    assertThat(Origin.file("a.yaml", 0, 0)).hasToString("a.yaml");
    assertThat(new Origin("Mesh.java", 31, 0, "com.acme.Mesh.main"))
        .hasToString("Mesh.java:31 (com.acme.Mesh.main)");
  }
}
