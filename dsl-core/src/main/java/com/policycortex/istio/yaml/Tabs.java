package com.policycortex.istio.yaml;

import java.util.Optional;

/** Tabs between a field's colon and its value: blanks to Kubernetes, a mistake to SnakeYAML. */
final class Tabs {

  /** How many places are mended; each of them makes the parser begin again. */
  static final int MOST = 100;

  private Tabs() {}

  /**
   * The document with blanks for the tabs at a place.
   *
   * @param line the place's line in the file
   * @param column the place's column
   * @return empty if the tabs there stand anywhere else than behind a colon
   */
  static Optional<Document> mended(Document document, int line, int column) {
    String text = document.text();
    int begin = 0;
    for (int i = document.line(); i < line && begin >= 0; i++) {
      begin = text.indexOf('\n', begin) + 1;
    }
    int tab = text.offsetByCodePoints(begin, column - 1);
    int from = tab;
    while (from > begin && isBlank(text.charAt(from - 1))) {
      from--;
    }
    int to = tab;
    while (to < text.length() && isBlank(text.charAt(to))) {
      to++;
    }
    if (from == begin || text.charAt(from - 1) != ':' || to == tab) {
      return Optional.empty();
    }
    String blanks = " ".repeat(to - from);
    return Optional.of(
        new Document(text.substring(0, from) + blanks + text.substring(to), document.line()));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
