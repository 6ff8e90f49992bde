package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Origin;
import java.util.Optional;

/**
 * The place of {@code metadata.name} in a manifest that is written as nearly all are. Most findings
 * about a whole manifest stand there, and to parse each of many thousand documents for it takes
 * long.
 */
final class NamePlace {

  /** The path of the field. */
  static final String PATH = "metadata.name";

  private static final String METADATA = "metadata:";
  private static final String FIELD = "  name: ";

  private NamePlace() {}

  /**
   * The place; empty for every form that is not quite plain, whose document must be parsed.
   *
   * @param manifest where the manifest begins
   */
  static Optional<Origin> find(Origin manifest, String name, String text, LineStarts lines) {
    if (!manifest.isKnown() || manifest.column() != 1 || name.isEmpty()) {
      return Optional.empty();
    }
    boolean within = false;
    for (int line = manifest.line(); line <= lines.count(); line++) {
      int begin = lines.start(line);
      int end = lines.end(line);
      if (!within) {
        within = isText(METADATA, text, begin, end);
        if (!within && !isOfHead(text, begin)) {
          return Optional.empty();
        }
      } else if (text.startsWith(FIELD, begin)) {
        return isText(name, text, begin + FIELD.length(), end)
            ? Optional.of(Origin.file(manifest.file(), line, FIELD.length() + 1))
            : Optional.empty();
      } else if (!text.startsWith("  ", begin) || mayHoldLines(text, begin, end)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isText(String wanted, String text, int begin, int end) {
    return end - begin == wanted.length() && text.startsWith(wanted, begin);
  }

  private static boolean isOfHead(String text, int begin) {
    return text.startsWith("apiVersion: ", begin) || text.startsWith("kind: ", begin);
  }

  // A text in quotes, or a list in brackets, may go on in lines that look like a field.
  private static boolean mayHoldLines(String text, int begin, int end) {
    for (int i = begin; i < end; i++) {
      char letter = text.charAt(i);
      if (letter == '"' || letter == '\'' || letter == '{' || letter == '[') {
        return true;
      }
    }
    return false;
  }
}
