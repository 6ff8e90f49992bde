package com.policycortex.istio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class ExplainCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int run(String... arguments) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    return commandLine.execute(arguments);
  }

  @Test
  void the_page_of_a_finding_is_printed_without_its_markdown() {
    assertThat(run("explain", "vs-weight-sum")).isZero();

    assertThat(out.toString())
        .startsWith("VS-WEIGHT-SUM: The weights of a route add up to 0\n")
        .contains(
            "\nseverity: error · who: istiod refuses · kinds: VirtualService\n",
            "\nWhy: ",
            "\n    kind: VirtualService\n")
        .contains("\n    virtualService(\"reviews\")\n", "\nRepaired\n")
        .doesNotContain("```", "**", "|--", "](");
    assertThat(out.toString().lines().filter(line -> !line.startsWith("    ")))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }

  @Test
  void several_findings_are_explained_one_after_the_other() {
    assertThat(run("explain", "VS-TIMEOUT", "YAML-TAB")).isZero();
    assertThat(out.toString()).startsWith("VS-TIMEOUT: ").contains("\n\n\nYAML-TAB: ");
  }

  @Test
  void a_check_of_a_mesh_has_its_page_too() {
    assertThat(run("explain", "REF-ROUTE-HOST-MISSING")).isZero();
    assertThat(out.toString())
        .startsWith("REF-ROUTE-HOST-MISSING: ")
        .contains("needs: Service or ServiceEntry · other tools: IST0101, KIA1101");
  }

  @Test
  void a_code_of_another_tool_stands_for_what_corresponds() {
    assertThat(run("explain", "ist0101")).isZero();
    assertThat(out.toString()).contains("REF-ROUTE-HOST-MISSING: ", "REF-GATEWAY-MISSING: ");
  }

  @Test
  void without_an_id_all_are_listed() {
    assertThat(run("explain")).isZero();
    assertThat(out.toString().lines())
        .hasSizeGreaterThan(480)
        .allMatch(l -> l.matches("[A-Z].* .+"));
  }

  @Test
  void an_unknown_id_is_said_so_with_the_nearest() {
    assertThat(run("explain", "VS-WIEGHT-SUM")).isEqualTo(Main.WRONG_USE);
    assertThat(run("explain", "../../secret")).isEqualTo(Main.WRONG_USE);
    assertThat(err.toString()).contains("did you mean VS-WEIGHT-SUM?", "istio explain lists all");
  }

  @Test
  void every_page_of_the_folder_is_in_the_jar_and_describes_its_finding() throws IOException {
    try (Stream<Path> pages = Files.list(Path.of("..", "docs", "rules"))) {
      assertThat(
              pages
                  .map(page -> page.getFileName().toString().replace(".md", ""))
                  .filter(id -> !id.equals("README")))
          .allSatisfy(id -> assertThat(FindingPages.describe(id)).as(id).isPresent());
    }
    assertThat(FindingPages.describe("EF-CAUTION").orElseThrow().severity())
        .isEqualTo(Severity.WARNING);
  }

  @Test
  void headings_are_bold_on_a_terminal_and_markup_in_a_page_is_none() {
    assertThat(PageText.lines("# A: @|red b|@\n\n**Why:** [c](d.md)\n", Ansi.ON))
        .containsExactly("\u001B[1mA: @|red b|@\u001B[22m", "", "\u001B[1mWhy:\u001B[22m c");
  }

  @Test
  void java_is_printed_for_files() throws IOException {
    Path file = folder.resolve("mesh.yaml");
    Files.writeString(
        file,
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: reviews, namespace: bookinfo}
        spec:
          hosts: [reviews]
          http: [{route: [{destination: {host: reviews}}], timeout: 30s}]
        """);

    assertThat(run("to-java", "--class", "Shop", file.toString())).isZero();
    assertThat(out.toString())
        .contains(
            "import static com.policycortex.istio.model.networking.VirtualService.virtualService;",
            "final class Shop {",
            "static List<Manifest> manifests() {",
            """
                return virtualService("reviews")
                    .in("bookinfo")
                    .hosts("reviews")
                    .http(
                        httpRoute()
                            .route(httpRouteDestination(destination("reviews")))
                            .timeout(ofSeconds(30)));
            """);
  }

  @Test
  void no_java_is_printed_where_something_would_be_lost() throws IOException {
    Path file = folder.resolve("mesh.yaml");
    Files.writeString(file, "apiVersion: networking.istio.io/v1\nkind: VirtualServce\n");

    assertThat(run("to-java", file.toString())).isEqualTo(Main.FINDINGS);
    assertThat(run("to-java", "--class", "no class", file.toString())).isEqualTo(Main.WRONG_USE);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("YAML-UNKNOWN-KIND", "is not the name of a class");
  }
}
