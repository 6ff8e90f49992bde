package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.policycortex.istio.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS) // links need rights there, and there are no pipes
class ManifestFilesTest {

  @TempDir Path folder;
  private Path real;
  private Path manifest;

  @BeforeEach
  void writeAManifest() throws IOException {
    real = Files.createDirectory(folder.resolve("real"));
    manifest = real.resolve("a.yaml");
    Files.writeString(manifest, "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n");
  }

  private static void assertReadOnce(Path... paths) {
    ReadResult read = ManifestReader.read(List.of(paths));
    assertThat(read.findings()).isEmpty();
    assertThat(read.manifests()).hasSize(1);
  }

  @Test
  void aFolderWithoutAFileOfManifestsIsAWarning() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.writeString(empty.resolve("notes.txt"), "nothing");

    assertThat(ManifestReader.read(List.of(empty)).findings())
        .extracting(Finding::id, finding -> finding.severity().toString(), Finding::message)
        .containsExactly(
            tuple(
                "YAML-NOT-A-MANIFEST",
                "warning",
                "no file here or below ends in .yaml, .yml or .json; names with a dot before them are left out"));
  }

  @Test
  void aLinkToAFolderIsFollowed() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);

    assertReadOnce(link);
  }

  @Test
  void aLinkWithinAFolderIsFollowedWhateverItsName() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.createSymbolicLink(other.resolve("x.yaml"), real);

    assertReadOnce(other);
  }

  @Test
  void aLoopOfLinksEnds() throws IOException {
    Files.createSymbolicLink(real.resolve("again"), real);
    Files.createSymbolicLink(real.resolve("above"), folder);

    assertReadOnce(folder);
  }

  @Test
  void foldersThatLinkToEachOtherAreReadOnce() throws IOException {
    for (int i = 0; i < 30; i++) {
      Path next = Files.createDirectory(folder.resolve("d" + i));
      Path last = i == 0 ? real : folder.resolve("d" + (i - 1));
      Files.createSymbolicLink(next.resolve("one"), last);
      Files.createSymbolicLink(next.resolve("two"), last);
    }

    assertReadOnce(folder.resolve("d29"));
  }

  @Test
  void aFileIsReadOnceThoughSeveralPathsLeadToIt() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("b.yaml"), manifest);

    assertReadOnce(manifest, real);
    assertReadOnce(real, manifest, link, real.resolve("../real/a.yaml"));
    assertReadOnce(folder);
  }

  @Test
  void aPipeIsAFinding() throws IOException, InterruptedException {
    Path pipe = real.resolve("x.yaml");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    ReadResult read = ManifestReader.read(List.of(real));

    assertThat(read.manifests()).hasSize(1);
    assertThat(read.findings())
        .extracting(Finding::id, Finding::message)
        .containsExactly(
            tuple(
                "YAML-UNREADABLE",
                "this is no regular file, but a pipe, a socket or a device, and is not read"));
  }

  @Test
  void aDeviceWithoutEndHasALimit() {
    Path device = Path.of("/dev/zero");
    if (Files.exists(device)) {
      assertThat(ManifestReader.read(List.of(device)).findings())
          .extracting(Finding::id)
          .containsExactly("YAML-LIMIT");
    }
  }

  @Test
  void aLinkThatLeadsNowhereIsAFinding() throws IOException {
    Files.createSymbolicLink(real.resolve("x.yaml"), folder.resolve("nobody"));

    assertThat(ManifestReader.read(List.of(real)).findings())
        .extracting(Finding::message)
        .containsExactly("there is no such file");
  }
}
