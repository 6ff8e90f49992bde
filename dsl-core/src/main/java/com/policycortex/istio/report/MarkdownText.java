package com.policycortex.istio.report;

import java.util.List;

/** Texts of others within Markdown: they stay texts, and call nobody. */
final class MarkdownText {

  private static final String MARKUP = "\\`*_[]|~#";

  private MarkdownText() {}

  /** A text on one line, in a sentence or a cell of a table. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (char c : Printable.line(text).toCharArray()) {
      if (MARKUP.indexOf(c) >= 0) {
        plain.append('\\').append(c);
      } else {
        entity(c, plain);
      }
    }
    return plain.toString();
  }

  /** A text within an HTML element. */
  static String html(String text) {
    StringBuilder html = new StringBuilder();
    for (char c : Printable.line(text).toCharArray()) {
      entity(c, html);
    }
    return html.toString();
  }

  // An @ before a name would send that person a message.
  private static void entity(char c, StringBuilder out) {
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '@' -> out.append("&#64;");
      default -> out.append(c);
    }
  }

  /** A short text as code, in a sentence or a cell of a table. */
  static String code(String text) {
    return "<code>" + html(text).replace("|", "&#124;") + "</code>";
  }

  /** Lines as a block of code, fenced by more backticks than they have. */
  static String fence(String language, List<String> lines) {
    int longest = 2;
    for (String line : lines) {
      int run = 0;
      for (int i = 0; i < line.length(); i++) {
        run = line.charAt(i) == '`' ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
    }
    String fence = "`".repeat(longest + 1);
    StringBuilder text = new StringBuilder(fence).append(language).append('\n');
    lines.forEach(line -> text.append(Printable.line(line)).append('\n'));
    return text.append(fence).append('\n').toString();
  }
}
