package com.policycortex.istio.report;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Related;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.repair.Repairs;
import java.io.IOException;

/** For people: each finding with its line, the other places, and what to do; then a summary. */
record TextFormat(Colours colours) implements ReportFormat {

  @Override
  public void write(Report report, Appendable out) throws IOException {
    Writer writer = new Writer(report, out);
    for (Finding finding : report.visible()) {
      writer.write(finding);
    }
    out.append(Summary.of(report)).append('\n');
    for (String remark : Summary.remarks(report)) {
      out.append(Printable.line(remark)).append('\n');
    }
  }

  private final class Writer {
    private final Appendable out;
    private final SourceLines lines;
    private final Repairs repairs;

    Writer(Report report, Appendable out) {
      this.out = out;
      this.lines = new SourceLines(report.sources());
      this.repairs = report.repairs();
    }

    void write(Finding finding) throws IOException {
      out.append(Printable.line(finding.origin().toString()))
          .append(": ")
          .append(colours.severity(finding.severity()))
          .append(' ')
          .append(colours.bold(finding.id()))
          .append('\n');
      String subject = (finding.resource() + " " + finding.path()).strip();
      line("  ", (subject.isEmpty() ? "" : subject + ": ") + finding.message());
      frame(finding.origin());
      for (Related other : finding.related()) {
        line("  see: ", other.toString());
        frame(other.origin());
      }
      if (finding.witness().isPresent()) {
        line("  for example: ", finding.witness().get().toString());
      }
      if (!finding.hint().isEmpty()) {
        line("  fix: ", finding.fix());
      }
      for (Repair repair : finding.repairs()) {
        write(repair);
      }
      out.append('\n');
    }

    private void write(Repair repair) throws IOException {
      line("  repair: ", repair.description());
      for (String line : repairs.difference(repair)) {
        String shown = Printable.line(line);
        String coloured =
            line.startsWith("+")
                ? colours.added(shown)
                : line.startsWith("-") ? colours.removed(shown) : shown;
        out.append("    ").append(coloured).append('\n');
      }
    }

    private void frame(Origin place) throws IOException {
      for (String line : lines.frame(place)) {
        line("    ", line);
      }
    }

    private void line(String before, String text) throws IOException {
      out.append(before).append(Printable.line(text)).append('\n');
    }
  }
}
