package com.policycortex.istio.yaml;

import java.util.Optional;

/** What Kubernetes reads and SnakeYAML does not, written so that it does. */
final class Mends {

  /** How many places are mended; each of them makes the parser begin again. */
  static final int MOST = 100;

  /** What ends a line to a parser. */
  static final String BREAKS = "\n\r\u0085\u2028\u2029";

  // Few tabs indent a line, or what stands behind these.
  private static final String SELDOM_BEFORE_TABS = BREAKS + "-?";

  private Mends() {}

  /** The document with the place mended that a problem is about; empty where it is a mistake. */
  static Optional<Document> mended(Document document, Problem problem) {
    int at = place(document, problem.line(), problem.column());
    if (problem.text().contains("escape")) {
      return escape(document, at);
    }
    if (problem.text().contains("block scalar")) {
      return comment(document, at);
    }
    return tabs(document, at);
  }

  // A backslash before a tab or a single quote stands for the character itself.
  private static Optional<Document> escape(Document document, int at) {
    String text = document.text();
    if (at == 0 || at >= text.length() || text.charAt(at - 1) != '\\') {
      return Optional.empty();
    }
    String code = text.charAt(at) == '\t' ? "t" : text.charAt(at) == '\'' ? "x27" : "";
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Document(text.substring(0, at) + code + text.substring(at + 1), document.line()));
  }

  private static int place(Document document, int line, int column) {
    String text = document.text();
    int begin = 0;
    for (int i = document.line(); i < line && begin < text.length(); i++) {
      while (begin < text.length() && BREAKS.indexOf(text.charAt(begin)) < 0) {
        begin++;
      }
      begin += text.startsWith("\r\n", begin) ? 2 : 1;
    }
    int at = begin;
    for (int i = 1; i < column && at < text.length(); i++) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  // Tabs behind anything but a dash or a question mark are blanks to Kubernetes, and some others.
  private static Optional<Document> tabs(Document document, int at) {
    String text = document.text();
    int from = at;
    while (from > 0 && isBlank(text.charAt(from - 1))) {
      from--;
    }
    int to = at;
    while (to < text.length() && isBlank(text.charAt(to))) {
      to++;
    }
    int tab = text.indexOf('\t', from);
    if (from == 0 || tab < 0 || tab >= to) {
      return Optional.empty();
    }
    boolean blank =
        SELDOM_BEFORE_TABS.indexOf(text.charAt(from - 1)) < 0
            || TabPlace.isBlank(text.substring(0, tab));
    return blank ? Optional.of(blank(document, from, to)) : Optional.empty();
  }

  // A comment behind the header of a block needs no blank before it.
  private static Optional<Document> comment(Document document, int at) {
    String text = document.text();
    int from = at;
    while (from < text.length() && isBlank(text.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < text.length() && BREAKS.indexOf(text.charAt(to)) < 0) {
      to++;
    }
    boolean comment = from < to ? text.charAt(from) == '#' : from > at;
    return comment ? Optional.of(blank(document, at, to)) : Optional.empty();
  }

  private static Document blank(Document document, int from, int to) {
    String text = document.text();
    String blanks = " ".repeat(to - from);
    return new Document(text.substring(0, from) + blanks + text.substring(to), document.line());
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
