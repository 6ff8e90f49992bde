package com.policycortex.istio.report;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Related;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.parallel.Parallel;
import com.policycortex.istio.repair.Repairs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** For people: each finding with its line, the other places, and what to do; then a summary. */
record TextFormat(Colours colours) implements ReportFormat {

  // Fewer are written before other threads have started.
  private static final int CHUNK = 256;

  @Override
  public void write(Report report, Appendable out) throws IOException {
    List<Finding> findings = report.visible();
    SourceLines lines = new SourceLines(report.sources());
    Repairs repairs = report.repairs();
    List<Chunk> chunks = Parallel.shares(findings, CHUNK, share -> chunk(share, lines, repairs));
    for (Chunk chunk : chunks) {
      out.append(chunk.text());
      write(chunk.rest(), new Writer(lines, repairs, out));
    }
    out.append(Summary.of(report)).append('\n');
    for (String line : Summary.counts(report)) {
      out.append(line).append('\n');
    }
    for (String remark : Summary.remarks(report)) {
      out.append(Printable.line(remark)).append('\n');
    }
  }

  /**
   * Some findings in their order.
   *
   * @param text the first of them, written
   * @param rest the others; what repairs change is shown of the first of a manifest only, so these
   *     are written one after the other
   */
  private record Chunk(CharSequence text, List<Finding> rest) {}

  private Chunk chunk(List<Finding> findings, SourceLines lines, Repairs repairs) {
    int end = 0;
    while (end < findings.size() && findings.get(end).repairs().isEmpty()) {
      end++;
    }
    StringBuilder text = new StringBuilder();
    try {
      write(findings.subList(0, end), new Writer(lines, repairs, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory has none
    }
    return new Chunk(text, findings.subList(end, findings.size()));
  }

  private static void write(List<Finding> findings, Writer writer) throws IOException {
    for (Finding finding : findings) {
      writer.write(finding);
    }
  }

  private final class Writer {
    private final SourceLines lines;
    private final Repairs repairs;
    private final Appendable out;

    Writer(SourceLines lines, Repairs repairs, Appendable out) {
      this.lines = lines;
      this.repairs = repairs;
      this.out = out;
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
      line("  repair: ", repair.toString());
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
      String frame = lines.frame(place);
      int end;
      for (int at = 0; at < frame.length(); at = end + 1) {
        end = frame.indexOf('\n', at);
        line("    ", frame.substring(at, end));
      }
    }

    private void line(String before, String text) throws IOException {
      out.append(before).append(Printable.line(text)).append('\n');
    }
  }
}
