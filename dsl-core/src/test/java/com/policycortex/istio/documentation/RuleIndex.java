package com.policycortex.istio.documentation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;

/** The list of all pages, made of their beginnings. */
final class RuleIndex {

  /** The name of its file. */
  static final String FILE = "README.md";

  private static final List<String> FIRST_GROUPS = List.of("Every manifest");

  private final Map<Area, Map<String, StringBuilder>> rows = new TreeMap<>();

  private RuleIndex() {}

  /** The index of pages, which are in the order of their ids. */
  static String markdown(List<String> pages) {
    RuleIndex index = new RuleIndex();
    int listed = 0;
    for (String page : pages) {
      Matcher head = RulePage.HEAD.matcher(page);
      if (head.lookingAt()) {
        index.add(head);
        listed++;
      }
    }
    return index.markdown(listed);
  }

  private void add(Matcher head) {
    for (Area area : Area.values()) {
      if (area.toString().equals(head.group(4))) {
        rows.computeIfAbsent(area, one -> new TreeMap<>(order()))
            .computeIfAbsent(head.group(3), group -> new StringBuilder())
            .append(row(head));
      }
    }
  }

  // The kinds, which come last, are those of the group as a rule.
  private static String row(Matcher head) {
    String facts = head.group(5).substring(0, head.group(5).lastIndexOf(" | "));
    return "| [%s](%s.md) | %s | %s |\n"
        .formatted(head.group(1), head.group(1), head.group(2), facts);
  }

  private static Comparator<String> order() {
    return Comparator.<String>comparingInt(group -> FIRST_GROUPS.contains(group) ? 0 : 1)
        .thenComparing(Comparator.naturalOrder());
  }

  private String markdown(int pages) {
    StringBuilder index = new StringBuilder();
    index.append(
        """
        # Findings

        A page for each of the %d finding ids: what it means, why it is demanded, what to write, a manifest with the mistake as YAML and as Java, what is printed
        about it, and the manifest repaired. `istio explain ID` prints the page.

        The pages are made from the rules, their explanations and their tested examples, and a test fails when one is missing or out of date.
        `mvn test -P pages` makes them anew. The Java was compiled by that test and gives the manifest beside it; `istio to-java FILE` prints such Java, with its
        imports, for files of your own.

        What is found in a mesh is looked for by `istio lint` when the manifests that the check needs are among those given; other tools are Istio's analyzers
        (IST) and Kiali (KIA), and `istio explain IST0101` prints the pages of what corresponds.
        """
            .formatted(pages));
    rows.forEach(
        (area, groups) -> {
          index.append("\n## Found in ").append(area).append('\n');
          groups.forEach((group, lines) -> append(index, area, group, lines));
        });
    return index.toString();
  }

  private static void append(StringBuilder index, Area area, String group, CharSequence lines) {
    List<String> columns = area.facts();
    index.append("\n### ").append(group);
    index.append("\n\n| id | what is wrong | severity | ");
    index.append(String.join(" | ", columns));
    index.append(" |\n").append("|---".repeat(columns.size() + 3)).append("|\n");
    index.append(lines);
  }
}
