package com.policycortex.istio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.documentation.Area;
import com.policycortex.istio.documentation.Explanation;
import com.policycortex.istio.documentation.Proof;
import com.policycortex.istio.documentation.RulePage;
import com.policycortex.istio.documentation.RulePages;
import com.policycortex.istio.documentation.ShownExample;
import com.policycortex.istio.documentation.SourceFiles;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.yaml.ManifestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each check has its page, made of what it says of itself and of its first examples. */
class CheckPagesTest {

  private static final String FILE = "example.yaml";
  private static final String NOTHING = "–";
  private static final Pattern AREA = Pattern.compile("/\\*\\*\\s*\\**\\s*Checks of ([^.:]+)[.:]");
  private static final Pattern MARK = Pattern.compile("(?m) # <-- .*$");

  private final List<CheckExample> examples = CheckExample.all();
  private final Proof proof = new Proof();

  @Test
  void every_check_has_its_page() throws Exception {
    List<RulePage> pages = new ArrayList<>();
    for (Check<?> check : Checks.all()) {
      pages.add(page(check));
    }
    if (RulePages.update()) {
      RulePages.ofProject().write(Area.MESH, pages);
    }

    assertThat(RulePages.ofProject().problems(Area.MESH, pages))
        .as(RulePages.HOW_TO_UPDATE)
        .isEmpty();
    assertThat(proof.size()).isGreaterThan(pages.size() / 2);
    assertThat(proof.failures()).isEmpty();
  }

  private RulePage page(Check<?> check) throws IOException {
    CheckInfo info = check.info();
    CheckExample broken = example(info.id(), CheckExample::broken);
    CheckExample repaired = example(info.id(), one -> !one.broken());
    Mesh mesh = mesh(broken);
    List<Manifest> before = mesh.manifests();
    List<Manifest> after = mesh(repaired).manifests();
    return new RulePage(
        Area.MESH,
        new Explanation(info.id(), group(check), info.title(), info.meaning(), info.why()),
        info.severity(),
        List.of(info.confidence().toString(), needs(info), codes(info)),
        kinds(check),
        List.of(
            SourceFiles.of(check.getClass()),
            "dsl-mesh/src/test/resources/com/policycortex/istio/analysis/checks/"
                + info.id()
                + ".yaml"),
        info.fix(),
        shown(broken, without(before, after), Optional.of(printed(mesh, info.id()))),
        shown(repaired, without(after, before), Optional.empty()));
  }

  private CheckExample example(String id, Predicate<CheckExample> which) {
    return examples.stream()
        .filter(example -> example.check().equals(id) && which.test(example))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "the test resource checks/"
                        + id
                        + ".yaml needs an example, broken and repaired"));
  }

  // The area's package says what its checks are of.
  private static String group(Check<?> check) throws IOException {
    String name = check.getClass().getPackageName().replace('.', '/');
    Path file = Path.of("src", "main", "java").resolve(name).resolve("package-info.java");
    Matcher area = AREA.matcher(Files.readString(file));
    assertThat(area.find()).as("%s begins with \"Checks of …\"", file).isTrue();
    String words = area.group(1).replaceAll("\\s+\\*?\\s*", " ");
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String needs(CheckInfo info) {
    String needs =
        info.needs().stream().map(CheckPagesTest::words).collect(Collectors.joining(", "));
    return needs.isEmpty() ? NOTHING : needs;
  }

  private static String words(Need need) {
    return need.absence().replaceFirst("^no (an? )?", "").replaceFirst(" is among.*| \\(.*", "");
  }

  private static String codes(CheckInfo info) {
    return info.codes().isEmpty() ? NOTHING : String.join(", ", info.codes());
  }

  private static String kinds(Check<?> check) {
    List<String> kinds = check.subject().kinds();
    return kinds.isEmpty()
        ? "all"
        : kinds.stream()
            .map(kind -> kind.substring(kind.lastIndexOf('/') + 1))
            .collect(Collectors.joining(", "));
  }

  // The Java of what the two examples do not have in common.
  private ShownExample shown(CheckExample example, List<Manifest> own, Optional<String> printed) {
    proof.add(own);
    String yaml = MARK.matcher(example.yaml()).replaceAll(" # <--");
    return new ShownExample(yaml, ShownExample.of(own, Optional.empty()).java(), printed);
  }

  private static List<Manifest> without(List<Manifest> manifests, List<Manifest> others) {
    return manifests.stream().filter(manifest -> !others.contains(manifest)).toList();
  }

  private static String printed(Mesh mesh, String id) {
    return Analysis.of(mesh).findings().stream()
        .filter(finding -> finding.id().equals(id))
        .map(mesh::locate)
        .map(Finding::toString)
        .collect(Collectors.joining("\n\n"));
  }

  private static Mesh mesh(CheckExample example) {
    return Mesh.of(ManifestReader.read(FILE, example.yaml()));
  }
}
