package com.policycortex.istio.cli;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a command is given: files, folders, standard input. */
final class Input {

  /** What stands for standard input among paths. */
  static final String STANDARD_INPUT = "-";

  /** The file of suppressions, where the command runs. */
  static final String SUPPRESSIONS = ".istio-dsl.yaml";

  private static final int MAXIMUM_BYTES = 64 * 1024 * 1024;

  private Input() {}

  /**
   * Reads manifests.
   *
   * @param paths as the shell hands them over
   * @param settings files that may lie among the manifests, and are none
   */
  static ReadResult read(Collection<String> paths, Collection<Path> settings) throws IOException {
    List<ReadResult> results = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (String path : new LinkedHashSet<>(paths)) {
      if (path.equals(STANDARD_INPUT)) {
        results.add(fromStandardInput());
      } else if (path.isBlank()) {
        throw new EmptyPathException();
      } else {
        files.add(Path.of(path));
      }
    }
    results.add(ManifestReader.read(files));
    return without(settings, ReadResult.join(results));
  }

  /** Whether two paths lead to one file. */
  static boolean isSame(Path one, Path other) {
    return absolute(one).equals(absolute(other));
  }

  /** Whether a file has a manifest among those that were read. */
  static boolean hasManifests(ReadResult read, Path file) {
    Stream<Manifest> all =
        Stream.concat(
            read.manifests().stream(), read.halfRead().stream().map(half -> half.manifest()));
    return all.map(manifest -> manifest.origin().file())
        .distinct()
        .anyMatch(name -> !name.startsWith("<") && isSame(Path.of(name), file));
  }

  /** What was read without these files. */
  static ReadResult without(Collection<Path> settings, ReadResult read) {
    Set<Path> left = settings.stream().map(Input::absolute).collect(Collectors.toSet());
    Predicate<String> isManifest =
        file -> file.startsWith("<") || !left.contains(absolute(Path.of(file)));
    Set<String> names = new TreeSet<>(read.sources().keySet());
    read.findings().forEach(finding -> names.add(finding.origin().file()));
    if (names.stream().allMatch(isManifest)) {
      return read;
    }
    Map<String, String> sources = new TreeMap<>(read.sources());
    sources.keySet().removeIf(isManifest.negate());
    return new ReadResult(
        read.manifests().stream()
            .filter(manifest -> isManifest.test(manifest.origin().file()))
            .toList(),
        read.findings().stream()
            .filter(finding -> isManifest.test(finding.origin().file()))
            .toList(),
        sources,
        read.halfRead().stream()
            .filter(half -> isManifest.test(half.manifest().origin().file()))
            .toList());
  }

  /** Why a file cannot be read or written, in words. */
  static String reason(IOException problem) {
    if (problem instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (problem instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (problem instanceof CharacterCodingException) {
      return "it is no text in UTF-8";
    }
    return String.valueOf(problem.getMessage());
  }

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }

  // Whoever pipes something and nothing comes has to hear of it.
  private static ReadResult fromStandardInput() throws IOException {
    byte[] bytes = standardInput();
    return bytes.length > 0
        ? ManifestReader.read("<stdin>", bytes)
        : new ReadResult(
            List.of(),
            List.of(
                new Finding(
                    "YAML-NOT-A-MANIFEST",
                    Severity.WARNING,
                    new ResourceId("", Optional.empty(), ""),
                    "",
                    "nothing came by standard input",
                    "see whether the command before the pipe failed",
                    Origin.file("<stdin>", 1, 1))),
            Map.of("<stdin>", ""));
  }

  // One byte more than is read at most, so that the reader sees that it is too much.
  private static byte[] standardInput() throws IOException {
    InputStream in = System.in;
    return in.readNBytes(MAXIMUM_BYTES + 1);
  }
}
