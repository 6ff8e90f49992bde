package com.policycortex.istio.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Help.Ansi;

/** The few forms of Markdown that pages use, for a terminal. */
final class PageText {

  private static final int WIDTH = 100;
  private static final String NOTHING = "–";
  private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");
  private static final Pattern LINK = Pattern.compile("\\[(.+?)]\\(.+?\\)");
  private static final Pattern ROW = Pattern.compile("\\| (.+) \\|");

  private final Ansi ansi;
  private final List<String> lines = new ArrayList<>();
  private List<String> names = List.of();
  private boolean code;

  private PageText(Ansi ansi) {
    this.ansi = ansi;
  }

  /** The lines of a page, broken between words where they are prose. */
  static List<String> lines(String markdown, Ansi ansi) {
    PageText text = new PageText(ansi);
    for (String line : markdown.stripTrailing().split("\n", -1)) {
      text.add(line);
    }
    return text.lines;
  }

  private void add(String line) {
    Matcher row = ROW.matcher(line);
    if (line.startsWith("```")) {
      code = !code;
    } else if (code) {
      lines.add("    " + line);
    } else if (line.startsWith("#")) {
      lines.add(bold(line.replaceFirst("#+ ", "")));
    } else if (line.startsWith("|---")
        || line.startsWith("[All findings]")
        || line.startsWith("Made by [")) {
      // For people who read on the web.
    } else if (row.matches()) {
      table(List.of(row.group(1).split(" \\| ", -1)));
    } else {
      wrap(line);
    }
  }

  // The table has one row below its head.
  private void table(List<String> cells) {
    if (names.isEmpty()) {
      names = cells;
    } else {
      lines.add(
          IntStream.range(0, cells.size())
              .filter(i -> !cells.get(i).equals(NOTHING))
              .mapToObj(i -> names.get(i) + ": " + cells.get(i))
              .collect(Collectors.joining(" · ")));
    }
  }

  private void wrap(String prose) {
    String plain = LINK.matcher(prose).replaceAll("$1");
    StringBuilder line = new StringBuilder();
    for (String word : plain.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
        lines.add(emphasised(line.toString()));
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(emphasised(line.toString()));
  }

  private String emphasised(String line) {
    return BOLD.matcher(line).replaceAll(found -> Matcher.quoteReplacement(bold(found.group(1))));
  }

  // Not picocli's markup: a page may contain what looks like it.
  private String bold(String text) {
    return ansi.enabled() ? "\u001B[1m" + text + "\u001B[22m" : text;
  }
}
