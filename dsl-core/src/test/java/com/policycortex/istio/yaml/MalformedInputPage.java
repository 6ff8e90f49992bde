package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of all malformed input: what is written, and what is said about it. */
final class MalformedInputPage {

  private static final String HEAD =
      """
      # Malformed input

      What `istio lint` says about %d kinds of malformed input. This page is made of `malformed-input.yaml` among dsl-core's tests and of what the reader
      and the rules say to it; `MalformedInputPageTest` fails where it differs, and writes it with

          mvn -B -ntp -pl dsl-core test -Dtest=MalformedInputPageTest -Dupdate.docs=true

      A manifest with an error that begins with `YAML-` takes no part in the checks between manifests; the rules judge of it what could be read. With a
      warning it is read as Kubernetes reads it. Unless the whole input is shown, it is a change of

      ```yaml
      %s```
      """;

  private static final int MOST_FINDINGS = 4;

  private MalformedInputPage() {}

  static String of(List<MalformedInput> all) {
    StringBuilder page = new StringBuilder();
    page.append(HEAD.formatted(all.size(), MalformedInputs.virtualService()));
    Map<String, List<MalformedInput>> groups = new LinkedHashMap<>();
    for (MalformedInput one : all) {
      groups.computeIfAbsent(one.group(), name -> new ArrayList<>()).add(one);
    }
    groups.forEach(
        (name, inputs) -> {
          page.append("\n## ").append(name).append("\n\n");
          page.append("| input | as written | finding | line:column | what it says | repair |\n");
          page.append("|---|---|---|---|---|---|\n");
          inputs.forEach(one -> rows(one, page));
        });
    return page.toString();
  }

  private static void rows(MalformedInput one, StringBuilder page) {
    List<Finding> findings = one.findings();
    String input = one.what() + " | " + code(one.shown());
    if (findings.isEmpty()) {
      page.append("| ").append(input).append(" | none | | it is read | |\n");
    }
    for (Finding finding : findings.subList(0, Math.min(MOST_FINDINGS, findings.size()))) {
      page.append("| ")
          .append(input)
          .append(" | ")
          .append(finding.severity())
          .append(" `")
          .append(finding.id())
          .append("` | ")
          .append(finding.origin().line())
          .append(':')
          .append(finding.origin().column())
          .append(" | ")
          .append(text(finding.message()))
          .append(" | ")
          .append(text(finding.fix()))
          .append(" |\n");
      input = " | ";
    }
    if (findings.size() > MOST_FINDINGS) {
      page.append("| | | and ").append(findings.size() - MOST_FINDINGS).append(" more | | | |\n");
    }
  }

  private static String code(String text) {
    String line = escaped(withoutBreak(text)).replace("\n", " ⏎ ");
    if (line.isEmpty()) {
      return "";
    }
    String fence = line.contains("`") ? "``" : "`";
    return fence + line + fence;
  }

  private static String withoutBreak(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (c == '\t' || c == '\0' || c == 7 || c == '\u00A0' || c == '\uFEFF') {
                escaped.append(String.format("\\u%04X", c));
              } else {
                escaped.append((char) c);
              }
            });
    return escaped.toString().replace("|", "\\|");
  }

  private static String text(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "\\<")
        .replace("*", "\\*")
        .replace("`", "\\`")
        .replace("_", "\\_");
  }
}
