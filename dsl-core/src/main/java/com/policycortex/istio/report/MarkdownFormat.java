package com.policycortex.istio.report;

import com.policycortex.istio.finding.FileNames;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Related;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.repair.Repairs;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * For a pull request: a summary, a table, and what there is to say about each finding folded away.
 * The heaviest come first, so that what does not fit is what weighs least.
 */
record MarkdownFormat(int length) implements ReportFormat {

  /** A comment of GitHub or GitLab holds 65,536 characters or more. */
  static final int LENGTH = 60_000;

  private static final int LEAST_LENGTH = 2_000;
  private static final int CLOSING = 300;

  MarkdownFormat {
    if (length < LEAST_LENGTH) {
      throw new IllegalArgumentException(
          "a report of " + length + " characters holds nothing; allow at least " + LEAST_LENGTH);
    }
  }

  @Override
  public void write(Report report, Appendable out) throws IOException {
    List<Finding> findings =
        report.visible().stream().sorted(Comparator.comparing(Finding::severity)).toList();
    StringBuilder text = new StringBuilder();
    text.append("### ").append(title(report)).append("\n\n");
    text.append(MarkdownText.plain(Summary.of(report))).append("\n");
    for (String remark : Summary.remarks(report)) {
      String line = "\n- " + MarkdownText.plain(remark);
      if (text.length() + line.length() > length / 3) {
        break;
      }
      text.append(line);
    }
    text.append('\n');
    // A third for the table: a row without its details still says what and where.
    int rows = table(findings, report, text, text.length() + (length - text.length()) / 3);
    int details = details(findings, report, text, length - CLOSING);
    int missing = findings.size() - rows;
    if (missing > 0) {
      text.append("\n").append(Summary.count(missing, "more finding")).append(" not shown.\n");
    }
    if (details < rows) {
      text.append("\nDetails of ").append(rows - details).append(" more not shown.\n");
    }
    out.append(text);
  }

  private static String title(Report report) {
    if (report.isFailed()) {
      return "Istio: "
          + Summary.count(
              report.findings().stream()
                  .filter(finding -> finding.severity().atLeast(report.failOn()))
                  .count(),
              "finding")
          + " to repair";
    }
    return report.findings().isEmpty() ? "Istio: nothing found" : "Istio: nothing that must change";
  }

  private static int table(List<Finding> findings, Report report, StringBuilder text, int limit) {
    if (findings.isEmpty()) {
      return 0;
    }
    text.append("\n| Severity | Finding | Manifest | Place |\n|---|---|---|---|\n");
    int rows = 0;
    for (Finding finding : findings) {
      String row =
          "| "
              + finding.severity()
              + " | "
              + MarkdownText.code(finding.id())
              + " | "
              + MarkdownText.plain(finding.resource().toString())
              + " | "
              + MarkdownText.code(place(finding.origin(), report))
              + " |\n";
      if (text.length() + row.length() > limit) {
        break;
      }
      text.append(row);
      rows++;
    }
    return rows;
  }

  private static int details(List<Finding> findings, Report report, StringBuilder text, int limit) {
    SourceLines lines = new SourceLines(report.sources());
    Repairs repairs = report.repairs();
    int written = 0;
    for (Finding finding : findings) {
      String detail = detail(finding, report, lines, repairs);
      if (text.length() + detail.length() > limit) {
        break;
      }
      text.append(detail);
      written++;
    }
    return written;
  }

  private static String detail(Finding finding, Report report, SourceLines lines, Repairs repairs) {
    StringBuilder text = new StringBuilder();
    String subject = (finding.resource() + " " + finding.path()).strip();
    text.append("\n<details").append(finding.severity() == Severity.ERROR ? " open" : "");
    text.append("><summary>").append(finding.severity()).append(" <b>");
    text.append(MarkdownText.html(finding.id())).append("</b> ");
    text.append(MarkdownText.html(subject)).append("</summary>\n\n");
    text.append(MarkdownText.plain(finding.message())).append('\n');
    frame(finding.origin(), report, lines, text);
    for (Related other : finding.related()) {
      text.append("\nSee ")
          .append(MarkdownText.plain((other.resource() + " " + other.path()).strip()));
      text.append(": ").append(MarkdownText.plain(other.role())).append('\n');
      frame(other.origin(), report, lines, text);
    }
    finding
        .witness()
        .ifPresent(
            request ->
                text.append("\nFor example: ")
                    .append(MarkdownText.plain(request.toString()))
                    .append('\n'));
    if (!finding.hint().isEmpty()) {
      text.append("\n**Fix**: ").append(MarkdownText.plain(finding.fix())).append('\n');
    }
    for (Repair repair : finding.repairs()) {
      text.append("\n**Repair**: ").append(MarkdownText.plain(repair.toString())).append('\n');
      List<String> changes = repairs.difference(repair);
      if (!changes.isEmpty()) {
        text.append('\n').append(MarkdownText.fence("diff", changes));
      }
    }
    return text.append("\n</details>\n").toString();
  }

  private static void frame(Origin place, Report report, SourceLines lines, StringBuilder text) {
    if (place.isKnown() || !place.file().isEmpty()) {
      text.append('\n').append(MarkdownText.code(place(place, report))).append('\n');
    }
    String frame = lines.frame(place);
    if (!frame.isEmpty()) {
      text.append('\n').append(MarkdownText.fence("yaml", frame.lines().toList()));
    }
  }

  private static String place(Origin origin, Report report) {
    return origin.method().isEmpty()
        ? Origin.file(
                FileNames.below(report.folder(), origin.file()), origin.line(), origin.column())
            .toString()
        : origin.toString();
  }
}
