package com.policycortex.istio.documentation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page of one finding id.
 *
 * @param area what is looked at when it is found
 * @param explanation what it means and why
 * @param severity how much it weighs
 * @param facts what {@link Area#facts()} asks for, in that order
 * @param kinds the kinds that it is found in, in words
 * @param sources the files that make it, from the root of the project
 * @param hint what to write
 * @param broken what shows it
 * @param repaired the same without the mistake
 */
public record RulePage(
    Area area,
    Explanation explanation,
    Severity severity,
    List<String> facts,
    String kinds,
    List<String> sources,
    String hint,
    ShownExample broken,
    ShownExample repaired) {

  /** How a page begins: its id, title, group, area, and the row of its facts. */
  static final Pattern HEAD =
      Pattern.compile(
          """
          # (\\S+): (.+)

          \\[All findings]\\(README.md\\) · (.+) · found in (.+)

          \\|.*
          \\|.*
          \\| (.+) \\|
          """);

  /** Who refuses or warns, in words: a gate, or only this library. */
  public static String who(Optional<Gate> gate, Severity severity) {
    return gate.map(one -> one.verdict(severity == Severity.ERROR))
        .map(verdict -> verdict.replace(" it", "").replace(" of", ""))
        .orElse("this library");
  }

  /** The id. */
  public String id() {
    return explanation.id();
  }

  /** The name of the page's file. */
  public String file() {
    return id() + ".md";
  }

  /** The page. */
  public String markdown() {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(id()).append(": ").append(explanation.title()).append("\n\n");
    page.append("[All findings](README.md) · ")
        .append(explanation.group())
        .append(" · found in ")
        .append(area)
        .append("\n\n");
    List<String> columns = row("severity", area.facts(), "kinds");
    page.append(line(columns))
        .append("|---".repeat(columns.size()))
        .append("|\n")
        .append(line(row(severity.toString(), facts, kinds)))
        .append('\n');
    page.append(explanation.meaning()).append("\n\n");
    page.append("**Why:** ").append(explanation.reason()).append("\n\n");
    page.append("**Repair:** ").append(sentence(hint)).append("\n\n");
    page.append("## The mistake\n\n").append(broken.markdown());
    page.append("## Repaired\n\n").append(repaired.markdown());
    page.append("Made by ")
        .append(sources.stream().map(RulePage::link).collect(Collectors.joining(", ")))
        .append(".\n");
    return page.toString();
  }

  private static List<String> row(String first, List<String> middle, String last) {
    List<String> row = new ArrayList<>(middle);
    row.add(0, first);
    row.add(last);
    return row;
  }

  private static String line(List<String> row) {
    return row.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String link(String source) {
    return "[" + source.substring(source.lastIndexOf('/') + 1) + "](../../" + source + ")";
  }

  private static String sentence(String hint) {
    String capital = Character.toUpperCase(hint.charAt(0)) + hint.substring(1);
    return hint.endsWith("?") || hint.endsWith(".") ? capital : capital + ".";
  }
}
