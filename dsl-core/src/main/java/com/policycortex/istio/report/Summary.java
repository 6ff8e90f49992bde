package com.policycortex.istio.report;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The numbers of a report, in words. */
final class Summary {

  private static final int NAMED = 3;

  // From so many findings on they are counted by what they say.
  private static final int MANY = 50;

  private static final int MOST_IDS = 12;

  private Summary() {}

  /**
   * Of many findings how often there is each, the most frequent first: {@code 9600 WL-NO-AUTHZ
   * (info)}.
   */
  static List<String> counts(Report report) {
    List<Finding> findings = report.visible();
    if (findings.size() < MANY) {
      return List.of();
    }
    Map<String, long[]> counts = new TreeMap<>();
    for (Finding finding : findings) {
      counts
          .computeIfAbsent(finding.id() + " (" + finding.severity() + ")", id -> new long[1])[0]++;
    }
    List<Map.Entry<String, long[]>> order = new ArrayList<>(counts.entrySet());
    order.sort(Comparator.comparingLong(one -> -one.getValue()[0]));
    List<String> lines = new ArrayList<>();
    int width = String.valueOf(order.get(0).getValue()[0]).length();
    long rest = findings.size();
    for (Map.Entry<String, long[]> one : order.subList(0, Math.min(MOST_IDS, order.size()))) {
      String number = String.valueOf(one.getValue()[0]);
      lines.add(" ".repeat(2 + width - number.length()) + number + " " + one.getKey());
      rest -= one.getValue()[0];
    }
    if (rest > 0) {
      lines.add("  and " + rest + " of " + count(order.size() - MOST_IDS, "other id"));
    }
    return lines;
  }

  /** {@code 12 manifests in 3 files: 1 error, 2 warnings; 4 suppressed}. */
  static String of(Report report) {
    StringBuilder text = new StringBuilder();
    text.append(count(report.manifests().size(), "manifest")).append(" read");
    int files = report.files().orElse(report.sources().size());
    if (files > 0) {
      text.append(" from ").append(count(files, "file"));
    }
    text.append(": ").append(severities(report));
    if (!report.suppressed().isEmpty()) {
      text.append("; ").append(report.suppressed().size()).append(" suppressed");
    }
    if (!report.known().isEmpty()) {
      text.append("; ").append(report.known().size()).append(" of the baseline");
    }
    return text.toString();
  }

  private static String severities(Report report) {
    long infos = report.count(Severity.INFO);
    return count(report.count(Severity.ERROR), "error")
        + ", "
        + count(report.count(Severity.WARNING), "warning")
        + (infos > 0 ? ", " + infos + " info" : "");
  }

  /** What else there is to say about the whole: what was left out, and what to do. */
  static List<String> remarks(Report report) {
    List<String> remarks = new ArrayList<>();
    int hidden = report.findings().size() - report.visible().size();
    if (hidden > 0) {
      remarks.add(count(hidden, "finding") + " below " + report.shown() + " not shown");
    }
    byReason(report.skipped().stream().filter(one -> one.need().isEmpty()).toList())
        .forEach((why, what) -> remarks.add("left out (" + why + "): " + named(what)));
    List<Skipped> checks = report.skipped().stream().filter(one -> !one.need().isEmpty()).toList();
    if (!checks.isEmpty()) {
      remarks.add(
          "left out: "
              + count(checks.size(), "check")
              + ", because nothing is given of: "
              + String.join(", ", checks.stream().map(Skipped::need).distinct().sorted().toList())
              + " (lint --skipped lists them)");
    }
    if (!report.gone().isEmpty()) {
      boolean one = report.gone().size() == 1;
      remarks.add(
          count(report.gone().size(), "finding")
              + (one ? " of the baseline is gone" : " of the baseline are gone")
              + "; write the baseline anew, so that "
              + (one ? "it" : "they")
              + " cannot come back unseen");
    }
    return remarks;
  }

  private static Map<String, List<String>> byReason(List<Skipped> skipped) {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    skipped.forEach(
        one -> reasons.computeIfAbsent(one.why(), why -> new ArrayList<>()).add(one.what()));
    return reasons;
  }

  private static String named(List<String> what) {
    String names = String.join(", ", what.subList(0, Math.min(NAMED, what.size())));
    return what.size() <= NAMED ? names : names + " and " + (what.size() - NAMED) + " more";
  }

  static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
