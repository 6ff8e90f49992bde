package com.policycortex.istio.cli;

import com.policycortex.istio.finding.FileNames;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.report.Report;
import com.policycortex.istio.report.Skipped;
import com.policycortex.istio.validation.Validation;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code istio lint PATH…}: says what is wrong with manifests. */
@Command(
    name = "lint",
    description = {
      "Reads YAML and JSON strictly and says what the API server or istiod would refuse or warn"
          + " of.",
      "Kinds of others are read and left alone. All findings of all files are reported."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  istio lint mesh",
      "  istio lint --format text --format sarif=istio.sarif mesh",
      "  istio lint --fail-on warning --format junit --output build/istio.xml mesh",
      "  kubectl get virtualservices -A -o yaml | istio lint -"
    })
final class LintCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT[=FILE]",
      description =
          "text, json (one object a line), sarif, junit or markdown; may be given more than once,"
              + " all but one with a file. Default: ${DEFAULT-VALUE}.",
      defaultValue = "text")
  private List<String> formats = new ArrayList<>();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where the format without a file goes. Default: standard output.")
  private @Nullable Path output;

  @Option(
      names = "--severity",
      paramLabel = "SEVERITY",
      description =
          "The least severity that is shown: error, warning or info. Default: ${DEFAULT-VALUE}.",
      defaultValue = "info")
  private String shown = "";

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "The least severity that gives exit code 1. Default: ${DEFAULT-VALUE}.",
      defaultValue = "error")
  private String failOn = "";

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files, folders with all files below, or - for standard input.")
  private List<String> paths = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    List<Output> outputs = outputs();
    Severity leastShown = severity("--severity", shown);
    Severity leastFailing = severity("--fail-on", failOn);
    PrintWriter err = spec.commandLine().getErr();
    boolean terminal = System.console() != null;
    String elapsed;
    Report report;
    try (Progress progress = Progress.on(err, terminal)) {
      report = report(progress).shown(leastShown).failOn(leastFailing);
      progress.step("writing the report");
      write(report, outputs);
      elapsed = progress.elapsed();
    }
    if (outputs.stream().noneMatch(one -> one.file().isEmpty())) {
      spec.commandLine().getOut().println(report + " (" + elapsed + ")");
    } else if (terminal || outputs.stream().anyMatch(Output::isText)) {
      err.println("took " + elapsed);
    }
    return report.isFailed() ? Main.FINDINGS : Main.CLEAN;
  }

  private Report report(Progress progress) throws IOException {
    progress.step("reading");
    ReadResult read = ReadResult.join(read());
    progress.step("checking " + read.manifests().size() + " manifests");
    List<Finding> findings = new ArrayList<>(read.findings());
    for (Finding finding : Validation.validate(read.manifests())) {
      findings.add(read.locate(finding));
    }
    return Report.of(findings)
        .manifests(read.manifests())
        .sources(read.sources())
        .skipped(unread(read.findings()))
        .folder(folder());
  }

  // Reports name files as they lie below the folder where the command runs.
  private static String folder() {
    return Path.of("").toAbsolutePath().toString();
  }

  // A manifest with an error of reading is not there for the checks.
  private static List<Skipped> unread(List<Finding> findings) {
    Set<String> subjects = new LinkedHashSet<>();
    for (Finding finding : findings) {
      if (finding.severity() == Severity.ERROR) {
        String place = FileNames.below(folder(), finding.origin().file());
        subjects.add(
            finding.resource().name().isEmpty()
                ? "a document of " + place
                : finding.resource() + " of " + place);
      }
    }
    return subjects.stream().map(what -> new Skipped(what, "errors in reading")).toList();
  }

  private void write(Report report, List<Output> outputs) {
    for (Output one : outputs) {
      try {
        one.write(
            report,
            spec.commandLine().getOut(),
            spec.commandLine().getColorScheme().ansi().enabled());
      } catch (IOException e) {
        throw wrong(
            "cannot write " + one.file().map(Path::toString).orElse("the report") + ": " + e);
      }
    }
  }

  private List<Output> outputs() {
    try {
      return Output.of(formats, Optional.ofNullable(output));
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private Severity severity(String option, String name) {
    for (Severity severity : Severity.values()) {
      if (severity.toString().equals(name)) {
        return severity;
      }
    }
    throw wrong(
        "there is no severity \""
            + name
            + "\" for "
            + option
            + "; choose one of error, warning, info");
  }

  private List<ReadResult> read() throws IOException {
    List<ReadResult> results = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (String path : paths) {
      if (path.equals(STANDARD_INPUT)) {
        results.add(ManifestReader.read("<stdin>", standardInput()));
      } else {
        files.add(Path.of(path));
      }
    }
    results.add(ManifestReader.read(files));
    return results;
  }

  // One byte more than is read at most, so that the reader sees that it is too much.
  private static byte[] standardInput() throws IOException {
    InputStream in = System.in;
    return in.readNBytes(64 * 1024 * 1024 + 1);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
