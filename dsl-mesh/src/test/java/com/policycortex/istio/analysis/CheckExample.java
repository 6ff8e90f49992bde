package com.policycortex.istio.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An example of a check: a mesh with the mistakes that it finds, or without them.
 *
 * <p>A file {@code checks/ID.yaml} has the examples of one check. Each begins with a line {@code #:
 * broken TITLE} or {@code #: repaired TITLE}; what stands before the first belongs to every one. A
 * line of a broken example at which a finding is expected ends with {@code # <-- a part of the
 * message}.
 *
 * @param check the id of the check
 * @param title what the example shows
 * @param broken whether the check finds something
 * @param yaml the manifests
 * @param expected a part of the message of each expected finding, by line
 */
record CheckExample(
    String check, String title, boolean broken, String yaml, Map<Integer, String> expected) {

  private static final Pattern HEAD = Pattern.compile("#: (broken|repaired)\\b ?(.*)");
  private static final Pattern MARK = Pattern.compile("# <-- ?(.*)$");

  static List<CheckExample> all() {
    List<CheckExample> examples = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        examples.addAll(read(name.substring(0, name.indexOf('.')), Files.readAllLines(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return examples;
  }

  private static Path folder() {
    try {
      return Path.of(CheckExample.class.getResource("checks").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<CheckExample> read(String check, List<String> lines) {
    List<String> shared = new ArrayList<>();
    List<CheckExample> examples = new ArrayList<>();
    List<String> own = shared;
    Matcher head = null;
    for (String line : lines) {
      Matcher next = HEAD.matcher(line);
      if (next.matches()) {
        if (head != null) {
          examples.add(example(check, head, own));
        }
        head = next;
        own = new ArrayList<>(shared);
      } else {
        own.add(line);
      }
    }
    if (head != null) {
      examples.add(example(check, head, own));
    }
    return examples;
  }

  private static CheckExample example(String check, Matcher head, List<String> lines) {
    Map<Integer, String> expected = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher mark = MARK.matcher(lines.get(i));
      if (mark.find()) {
        expected.put(i + 1, mark.group(1).strip());
      }
    }
    return new CheckExample(
        check,
        head.group(2).strip(),
        head.group(1).equals("broken"),
        String.join("\n", lines) + "\n",
        expected);
  }

  @Override
  public String toString() {
    return check + (broken ? " broken " : " repaired ") + title;
  }
}
