package com.policycortex.istio.cli;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.yaml.CodeFrame;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.ColorScheme;

/** For people: each finding with its line, and a summary. */
final class TextFindings implements FindingsWriter {

  private final ColorScheme colours;

  TextFindings(ColorScheme colours) {
    this.colours = colours;
  }

  @Override
  public void write(
      List<Finding> findings, Map<String, String> sources, int manifests, PrintWriter out) {
    for (Finding finding : findings) {
      write(finding, sources, out);
    }
    out.println(
        count(manifests, "manifest")
            + " read: "
            + count(number(findings, Severity.ERROR), "error")
            + ", "
            + count(number(findings, Severity.WARNING), "warning")
            + (number(findings, Severity.INFO) > 0
                ? ", " + count(number(findings, Severity.INFO), "note")
                : ""));
  }

  private void write(Finding finding, Map<String, String> sources, PrintWriter out) {
    String colour =
        switch (finding.severity()) {
          case ERROR -> "bold,red";
          case WARNING -> "bold,yellow";
          case INFO -> "bold";
        };
    out.println(
        finding.origin()
            + ": "
            + styled(colour, finding.severity().toString())
            + " "
            + styled("bold", finding.id()));
    String subject = (finding.resource() + " " + finding.path()).strip();
    out.println("  " + (subject.isEmpty() ? "" : subject + ": ") + finding.message());
    String source = sources.get(finding.origin().file());
    if (source != null && finding.origin().isKnown()) {
      CodeFrame.of(source, finding.origin()).lines().forEach(line -> out.println("    " + line));
    }
    if (!finding.hint().isEmpty()) {
      out.println("  fix: " + finding.hint());
    }
    out.println();
  }

  // Only the fixed words are styled: what comes from a file may look like markup.
  private String styled(String style, String text) {
    return colours.ansi().enabled()
        ? colours.ansi().string("@|" + style + " " + text + "|@")
        : text;
  }

  private static long number(List<Finding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  private static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
