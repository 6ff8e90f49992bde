package com.policycortex.istio.repair;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.kubernetes.Secret;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepairsTest {

  private static final String TEXT =
      """
      # first
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: a}
      spec:
        hosts: [a] # only a
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: b}
      spec:
        hosts: [b]
        # with a comment
        exportTo: ["."]
      """;

  private final ReadResult read = ManifestReader.read("/mesh/all.yaml", TEXT);
  private final VirtualService a = (VirtualService) read.manifests().get(0);
  private final VirtualService b = (VirtualService) read.manifests().get(1);
  private final Repairs repairs = new Repairs(read.manifests(), read.sources(), "/mesh");

  @Test
  void a_repair_is_shown_as_what_it_changes_in_the_file() {
    Repair repair = Repair.replace("rename", b.hosts(List.of("c")));
    assertThat(repairs.difference(repair))
        .containsExactly(
            "--- a/all.yaml",
            "+++ b/all.yaml",
            "@@ -9,6 +9,6 @@",
            " kind: VirtualService",
            " metadata: {name: b}",
            " spec:",
            "-  hosts: [b]",
            "+  hosts: [c]",
            "   # with a comment",
            "   exportTo: [\".\"]");
  }

  @Test
  void a_repair_of_a_manifest_from_nowhere_is_shown_as_yaml() {
    Manifest fresh = VirtualService.virtualService("c").hosts(List.of("c"));
    assertThat(repairs.difference(Repair.replace("add", fresh)))
        .startsWith("--- /dev/null", "+++ VirtualService c")
        .contains("+  - c");
    assertThat(repairs.changes(Repair.replace("add", fresh))).isEmpty();
  }

  @Test
  void what_a_secret_holds_is_not_shown() {
    Secret secret = Secret.secret("s").stringData(Map.of("password", "letmein"));
    assertThat(repairs.difference(Repair.replace("x", secret)))
        .containsExactly("(not shown: a Secret)");
  }

  @Test
  void repairs_of_several_findings_come_together() {
    Repaired repaired =
        repairs.repair(
            List.of(
                finding(Repair.replace("rename", a.hosts(List.of("x")))),
                finding(Repair.replace("rename", b.hosts(List.of("w")))),
                finding(Repair.replace("rename again", b.hosts(List.of("z")))),
                finding(Repair.replace("rename", b.hosts(List.of("w"))))),
            true);
    assertThat(repaired.findings()).hasSize(3);
    assertThat(repaired.left())
        .extracting(Repaired.Left::why)
        .containsExactly("another repair changes the same document");
    assertThat(repaired.files())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.after())
                  .isEqualTo(TEXT.replace("[a] #", "[x] #").replace("[b]", "[w]"));
              assertThat(file.unified("all.yaml"))
                  .filteredOn(line -> line.startsWith("@@"))
                  .containsExactly("@@ -3,12 +3,12 @@");
            });
  }

  @Test
  void a_name_with_a_blank_ends_with_a_tab_as_git_writes_it() {
    FileChange change =
        new FileChange(
            "a b.yaml", "x\n", "y\n", List.of(new LineChange(1, List.of("x"), List.of("y"))));

    assertThat(change.unified("a b.yaml")).startsWith("--- a/a b.yaml\t", "+++ b/a b.yaml\t");
    assertThat(change.unified("a-b.yaml")).startsWith("--- a/a-b.yaml", "+++ b/a-b.yaml");
  }

  @Test
  void with_care_no_comment_and_no_manifest_is_lost() {
    Finding remove = finding(Repair.remove("remove", b.resourceId()));
    Finding clear = finding(Repair.replace("hide", a.hosts(List.of("x", "z"))));
    assertThat(repairs.repair(List.of(remove, clear), true).left())
        .extracting(Repaired.Left::why)
        .containsExactly("a manifest would be taken away", "comments would be lost");
    assertThat(repairs.repair(List.of(remove), false).files())
        .singleElement()
        .satisfies(
            file -> assertThat(file.after()).isEqualTo(TEXT.substring(0, TEXT.indexOf("---"))));
  }

  @Test
  void of_two_manifests_of_one_name_none_is_changed() {
    ReadResult twice = ManifestReader.read("x.yaml", TEXT.replace("name: b", "name: a"));
    Repairs unsure = new Repairs(twice.manifests(), twice.sources(), "");
    Repair repair = Repair.replace("rename", a.hosts(List.of("x")));
    assertThat(unsure.changes(repair)).isEmpty();
    assertThat(unsure.repair(List.of(finding(repair)), false).left())
        .extracting(Repaired.Left::why)
        .containsExactly("it is not sure how to change the text");
  }

  @Test
  void a_last_line_without_an_end_is_marked_as_patches_do() {
    String text = TEXT.stripTrailing();
    ReadResult open = ManifestReader.read("x.yaml", text);
    VirtualService last = (VirtualService) open.manifests().get(1);
    Repairs all = new Repairs(open.manifests(), open.sources(), "");
    assertThat(all.difference(Repair.replace("x", last.hosts(List.of("c")))))
        .endsWith("   exportTo: [\".\"]", "\\ No newline at end of file");
    assertThat(all.difference(Repair.replace("x", last.exportTo(List.of("*")))))
        .endsWith(
            "-  exportTo: [\".\"]",
            "\\ No newline at end of file",
            "+  exportTo: [\"*\"]",
            "\\ No newline at end of file");
  }

  private static Finding finding(Repair repair) {
    return new Finding(
            "X",
            Severity.WARNING,
            VirtualService.virtualService("a").resourceId(),
            "spec",
            "message",
            "",
            Origin.unknown())
        .repair(repair);
  }
}
