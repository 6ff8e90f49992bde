package com.policycortex.istio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.policycortex.istio.dsl.Istio;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.validation.InvalidManifestsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTreeTest {

  @TempDir private Path folder;

  private final OutputTree tree =
      OutputTree.empty()
          .with("install/istio.yaml", ConfigMap.configMap("i").in("a"))
          .with("base/a.yaml", Namespace.namespace("a"), Namespace.namespace("b"))
          .with("security/c.yaml", ConfigMap.configMap("c").in("a"));

  @Test
  void filesHoldDocumentsAndTheRootListsThemInTheirOrder() {
    assertThat(tree.files())
        .containsOnlyKeys(
            "base/a.yaml", "install/istio.yaml", "kustomization.yaml", "security/c.yaml")
        .containsEntry(
            "base/a.yaml",
            """
            apiVersion: v1
            kind: Namespace
            metadata:
              name: a
            ---
            apiVersion: v1
            kind: Namespace
            metadata:
              name: b
            """)
        .containsEntry(
            "kustomization.yaml",
            """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources:
            - base/a.yaml
            - security/c.yaml
            """);
  }

  @Test
  void writingTwiceChangesNothing() {
    assertThat(tree.writeTo(folder).written()).hasSize(4);
    assertThat(tree.writeTo(folder)).hasToString("0 files written, 4 unchanged, 0 removed");
    assertThat(tree.differences(folder)).isEmpty();
  }

  @Test
  void whatIsNoLongerWantedIsRemovedWithItsFolderAndOthersStay() throws IOException {
    tree.writeTo(folder);
    Files.writeString(folder.resolve("notes.txt"), "mine");
    OutputTree smaller = OutputTree.empty().with("base/a.yaml", Namespace.namespace("a"));
    assertThat(smaller.writeTo(folder).removed())
        .containsExactly("install/istio.yaml", "security/c.yaml");
    assertThat(folder.resolve("security")).doesNotExist();
    assertThat(folder.resolve("notes.txt")).hasContent("mine");
  }

  @Test
  void aFileOfSomebodyElseInTheWayStopsEverything() throws IOException {
    Files.createDirectories(folder.resolve("base"));
    Files.writeString(folder.resolve("base/a.yaml"), "mine");
    assertThatThrownBy(() -> tree.writeTo(folder))
        .isInstanceOf(OutputTreeException.class)
        .hasMessageContaining("base/a.yaml")
        .hasMessageContaining("nothing is written");
    assertThat(folder.resolve("base/a.yaml")).hasContent("mine");
    assertThat(folder.resolve("security")).doesNotExist();
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Path root = Files.createDirectories(folder.resolve("root"));
    Files.createSymbolicLink(root.resolve("base"), elsewhere);
    assertThatThrownBy(() -> tree.writeTo(root)).hasMessageContaining("base (a symbolic link)");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void aFolderThatIsAFileIsSaidSo() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> tree.writeTo(file.resolve("below")))
        .isInstanceOf(OutputTreeException.class)
        .hasMessageContaining("cannot write");
  }

  @Test
  void aFailureHalfWayLeavesThePreviousTreeAsItWas() throws IOException {
    tree.writeTo(folder);
    Map<String, String> before = content();
    SortedMap<String, String> changed = new TreeMap<>(tree.files());
    changed.replaceAll((path, text) -> text + "# changed\n");
    changed.remove("install/istio.yaml");
    for (int failing = 1; failing <= 7; failing++) {
      int[] left = {failing};
      TreeWriter writer =
          new TreeWriter(
              folder,
              (from, to) -> {
                if (--left[0] == 0) {
                  throw new IOException("No space left on device");
                }
                Files.move(from, to);
              });
      assertThatThrownBy(() -> writer.write(changed))
          .hasMessageContaining("No space left on device");
      assertThat(content()).isEqualTo(before);
    }
  }

  @Test
  void checkingShowsWhatWouldBeWritten() throws IOException {
    tree.writeTo(folder);
    Files.writeString(folder.resolve("base/a.yaml"), "kind: Nothing\n");
    Files.delete(folder.resolve("security/c.yaml"));
    OutputTree smaller =
        OutputTree.empty()
            .with("base/a.yaml", Namespace.namespace("a"))
            .with("security/c.yaml", ConfigMap.configMap("c").in("a"));
    assertThat(smaller.differences(folder))
        .extracting(difference -> difference.kind() + " " + difference.path())
        .containsExactly(
            "CHANGED base/a.yaml", "MISSING security/c.yaml", "STALE install/istio.yaml");
    assertThat(smaller.differences(folder).get(0).text())
        .contains("-kind: Nothing", "+kind: Namespace");
  }

  @Test
  void whatACleanClusterWouldRefuseIsNotRendered() {
    OutputTree broken =
        OutputTree.empty()
            .with("a.yaml", Istio.virtualService(Istio.service("a").in("b")).hosts("a..b"));
    assertThatThrownBy(() -> broken.writeTo(folder))
        .isInstanceOf(InvalidManifestsException.class)
        .hasMessageContaining("a..b")
        .hasMessageContaining("OutputTreeTest.java");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void pathsStayBelowTheRoot() {
    for (String path :
        new String[] {"../a.yaml", "/a.yaml", "a//b.yaml", ".git/a.yaml", "a b.yaml", "a.txt"}) {
      assertThatThrownBy(() -> tree.with(path, Namespace.namespace("x")))
          .as(path)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        content.put(folder.relativize(path).toString(), Files.readString(path));
      }
    }
    return content;
  }
}
