package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.model.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RereadTest {

  @TempDir private Path folder;

  private static String service(String name) {
    return "apiVersion: v1\nkind: Service\nmetadata: {name: "
        + name
        + "}\nspec: {ports: [{port: 80}]}\n";
  }

  @Test
  void a_file_that_is_read_again_keeps_its_place_and_what_is_said_of_others_stays()
      throws IOException {
    Path first = Files.writeString(folder.resolve("a.yaml"), service("one"));
    Files.writeString(folder.resolve("b.yaml"), service("two").replace("port:", "prot:"));
    Files.writeString(folder.resolve("c.yaml"), service("three"));
    ReadResult read = ManifestReader.read(List.of(folder));

    ReadResult again =
        read.reread(first.toString(), service("four") + "---\n" + service("five").replace("]", ""));

    assertThat(again.manifests()).extracting(Manifest::name).containsExactly("four", "three");
    assertThat(again.findings())
        .extracting(Finding::id)
        .containsSubsequence("YAML-UNKNOWN-FIELD", "YAML-SYNTAX");
    assertThat(again.sources().get(first.toString())).startsWith(service("four"));
    ReadResult back = again.reread(first.toString(), service("one"));
    assertThat(back.manifests()).isEqualTo(read.manifests());
    assertThat(back.findings()).isEqualTo(read.findings());
  }

  @Test
  void what_names_no_kind_in_a_folder_is_for_other_tools_however_it_is_written()
      throws IOException {
    Files.writeString(folder.resolve("a.json"), "{ // settings\n \"a\": 1,\n}\n");
    Files.writeString(folder.resolve("b.json"), "[{\"name\": \"a\"}]\n");
    Files.writeString(folder.resolve("c.yml"), "a: !!python/name:b.c\nd: [\n");
    Path named = Files.writeString(folder.resolve("d.yaml"), "kind: Service\nspec: [\n");

    assertThat(ManifestReader.read(List.of(folder)).findings())
        .extracting(finding -> finding.severity() + " " + finding.id())
        .containsExactly(
            "info YAML-NOT-A-MANIFEST",
            "info YAML-NOT-A-MANIFEST",
            "info YAML-NOT-A-MANIFEST",
            "error YAML-SYNTAX");
    assertThat(ManifestReader.read(List.of(named.resolveSibling("b.json"))).findings())
        .extracting(finding -> finding.severity() + " " + finding.id())
        .containsExactly("warning YAML-NOT-A-MANIFEST");
  }
}
