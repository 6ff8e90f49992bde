package com.policycortex.istio.cli;

import com.policycortex.istio.report.Report;
import com.policycortex.istio.report.ReportFormat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A form in which a report is written, and where to.
 *
 * @param name the format's name
 * @param file the file; standard output if absent
 */
record Output(String name, Optional<Path> file) {

  /**
   * What {@code --format} and {@code --output} say.
   *
   * @throws IllegalArgumentException if that cannot be done; the message says what to write
   */
  static List<Output> of(List<String> formats, Optional<Path> output) {
    List<Output> outputs = new ArrayList<>();
    for (String format : formats) {
      int equals = format.indexOf('=');
      String name = equals < 0 ? format : format.substring(0, equals);
      ReportFormat.named(name);
      if (equals == format.length() - 1) {
        throw new IllegalArgumentException(
            "there is no file behind " + format + "; write for example " + format + "report.txt");
      }
      Optional<Path> file =
          equals < 0 ? output : Optional.of(Path.of(format.substring(equals + 1)));
      outputs.add(new Output(name, file));
    }
    if (outputs.stream()
            .map(one -> one.file().map(path -> path.toAbsolutePath().normalize()))
            .distinct()
            .count()
        < outputs.size()) {
      throw new IllegalArgumentException(
          "two reports cannot go to one place; give each its file, for example --format text"
              + " --format sarif=istio.sarif");
    }
    if (output.isPresent() && outputs.stream().noneMatch(one -> one.file().equals(output))) {
      throw new IllegalArgumentException(
          "every format has its file already; leave out --output, or a format's =FILE");
    }
    return outputs;
  }

  boolean isText() {
    return name.equals("text");
  }

  /** Writes a report; a file's folder is made if it is not there. */
  void write(Report report, PrintWriter standardOutput, boolean colours) throws IOException {
    if (file.isEmpty()) {
      report.write(isText() && colours ? ReportFormat.colouredText() : format(), standardOutput);
      standardOutput.flush();
      return;
    }
    makeFolder(file.get());
    try (BufferedWriter out = Files.newBufferedWriter(file.get())) {
      report.write(format(), out);
    }
  }

  /** Makes the folder of a file that is not there yet. */
  static void makeFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
  }

  private ReportFormat format() {
    return ReportFormat.named(name);
  }
}
