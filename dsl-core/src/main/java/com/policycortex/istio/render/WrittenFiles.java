package com.policycortex.istio.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The note at a tree's root of the files that were written there. */
final class WrittenFiles {

  static final String NAME = ".istio-dsl";

  private static final String HEADER =
      "# The files below are written by a program; what else is here is not its business.\n";
  private static final int MAXIMUM_BYTES = 10_000_000;

  private WrittenFiles() {}

  static SortedSet<String> read(Path root) throws IOException {
    Path note = root.resolve(NAME);
    SortedSet<String> paths = new TreeSet<>();
    if (!Files.isRegularFile(note, LinkOption.NOFOLLOW_LINKS)) {
      return paths;
    }
    if (Files.size(note) > MAXIMUM_BYTES) {
      throw new IOException(note + " is larger than " + MAXIMUM_BYTES + " bytes");
    }
    for (String line : Files.readAllLines(note)) {
      // Whoever changed the note must not make us remove files elsewhere.
      if (!line.startsWith("#") && TreePaths.isBelowRoot(line)) {
        paths.add(line);
      }
    }
    return paths;
  }

  static String text(Collection<String> paths) {
    return paths.stream().sorted().collect(Collectors.joining("\n", HEADER, "\n"));
  }
}
