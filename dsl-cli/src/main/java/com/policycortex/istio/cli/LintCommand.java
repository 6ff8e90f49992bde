package com.policycortex.istio.cli;

import com.policycortex.istio.baseline.Baseline;
import com.policycortex.istio.baseline.BaselineRead;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.report.Report;
import com.policycortex.istio.report.Skipped;
import com.policycortex.istio.suppression.Suppressions;
import com.policycortex.istio.yaml.ReadResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
      "Reads YAML and JSON strictly, says what the API server or istiod would refuse or warn of,"
          + " and what is wrong between the manifests.",
      "Kinds of others are read and left alone. All findings of all files are reported."
    },
    versionProvider = Main.Version.class,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  istio lint mesh",
      "  istio lint --format text --format sarif=istio.sarif mesh",
      "  istio lint --write-baseline baseline.yaml mesh",
      "  istio lint --baseline baseline.yaml mesh",
      "  istio lint --target 1.24 mesh",
      "  istio lint --validate-only mesh",
      "  istio lint --diff mesh | git apply",
      "  istio lint --fail-on warning --format junit --output build/istio.xml mesh",
      "  kubectl get virtualservices -A -o yaml | istio lint -"
    })
final class LintCommand implements Callable<Integer> {

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

  @Option(
      names = "--suppressions",
      paramLabel = "FILE",
      description =
          "Findings to live with, each with a reason and a last day. Default: "
              + Input.SUPPRESSIONS
              + ", if it is there.")
  private @Nullable Path suppressionsFile;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Findings that were there already: only others are reported.")
  private @Nullable Path baselineFile;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Writes what is found now as a baseline.")
  private @Nullable Path newBaseline;

  @Option(names = "--target", paramLabel = "VERSION", description = Target.DESCRIPTION)
  private @Nullable String target;

  @Option(
      names = "--validate-only",
      description =
          "Judges each manifest by itself, as the API server and istiod do when it is applied; looks"
              + " for nothing between manifests.")
  private boolean validateOnly;

  @Option(
      names = "--diff",
      description =
          "Writes no report but what would repair the findings, for git apply or patch -p1. Only"
              + " repairs that change nothing that works, without --unsafe.")
  private boolean diff;

  @Option(
      names = "--fix",
      description =
          "Repairs findings in their files, where no comment or manifest would be lost, and"
              + " reports the rest. Only repairs that change nothing that works, without --unsafe.")
  private boolean fix;

  @Option(
      names = "--unsafe",
      description =
          "With --fix or --diff: also the repairs that change what traffic does, or who may do"
              + " what; lists them.")
  private boolean unsafe;

  @Option(
      names = "--skipped",
      description = "Lists the checks that were left out, each with what it would have needed.")
  private boolean listSkipped;

  @Option(
      names = "--today",
      paramLabel = "DATE",
      description = "The day on which suppressions are judged. Default: today.")
  private @Nullable String today;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files, folders with all files below, or - for standard input.")
  private List<String> paths = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    List<Output> outputs = outputs();
    if (fix && paths.contains(Input.STANDARD_INPUT)) {
      throw wrong("standard input is no file to repair; use --diff, or give the files");
    }
    if (fix && diff) {
      throw wrong("choose --fix or --diff");
    }
    if (diff && spec.commandLine().getParseResult().hasMatchedOption("--format")) {
      throw wrong("--diff writes no report; leave out --format");
    }
    if (diff && (output != null || newBaseline != null || listSkipped)) {
      throw wrong(
          "--diff writes no report; leave out "
              + (output != null
                  ? "--output"
                  : newBaseline != null ? "--write-baseline" : "--skipped"));
    }
    if (unsafe && !fix && !diff) {
      throw wrong("--unsafe says which repairs --fix or --diff makes; add one of them");
    }
    Severity leastShown = severity("--severity", shown);
    Severity leastFailing = severity("--fail-on", failOn);
    Linting linting = linting();
    PrintWriter err = spec.commandLine().getErr();
    boolean terminal = Terminal.isThere();
    if (diff) {
      return difference(linting, outputs, leastShown, leastFailing);
    }
    String elapsed;
    Report report;
    try (Progress progress = Progress.on(err, terminal)) {
      progress.step("reading");
      ReadResult read = read(outputs);
      Linting.Found found = linting.run(read, progress);
      if (fix) {
        Fixing fixing = new Fixing(true, unsafe);
        found = repaired(fixing, read, found, linting, leastShown, progress);
        fixing.write(err);
      }
      report = found.report();
      if (newBaseline != null) {
        Baseline written = linting.baselineOf(found);
        writeBaseline(written, newBaseline);
        report = known(report, found);
      }
      report = report.shown(leastShown).failOn(leastFailing);
      progress.step("writing the report");
      write(report, outputs);
      elapsed = progress.elapsed();
    }
    if (listSkipped) {
      boolean ofPeople = outputs.stream().allMatch(one -> one.file().isPresent() || one.isText());
      skipped(report, ofPeople ? spec.commandLine().getOut() : err);
    }
    if (outputs.stream().noneMatch(one -> one.file().isEmpty())) {
      spec.commandLine().getOut().println(report + " (" + elapsed + ")");
    } else if (terminal || outputs.stream().anyMatch(Output::isText)) {
      err.println("took " + elapsed);
    }
    return report.isFailed() ? Main.FINDINGS : Main.CLEAN;
  }

  private int difference(
      Linting linting, List<Output> outputs, Severity leastShown, Severity leastFailing)
      throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Fixing fixing = new Fixing(false, unsafe);
    Report report;
    try (Progress progress = Progress.on(err, Terminal.isThere())) {
      progress.step("reading");
      ReadResult read = read(outputs);
      Linting.Found found = linting.run(read, progress);
      report = found.report().shown(leastShown).failOn(leastFailing);
      repaired(fixing, read, found, linting, leastShown, progress);
    }
    fixing.diff(report.folder(), spec.commandLine().getOut(), err);
    return report.isFailed() ? Main.FINDINGS : Main.CLEAN;
  }

  private static Linting.Found repaired(
      Fixing fixing,
      ReadResult read,
      Linting.Found found,
      Linting linting,
      Severity shown,
      Progress progress) {
    Linting.Found last = found;
    Optional<ReadResult> next = fixing.fix(last.report().shown(shown), read);
    while (next.isPresent()) {
      last = linting.run(next.get(), progress);
      next = fixing.fix(last.report().shown(shown), next.get());
    }
    return last;
  }

  // Beside a report for programs it goes where it does not disturb them.
  private static void skipped(Report report, PrintWriter to) {
    Map<String, List<String>> byReason = new TreeMap<>();
    for (Skipped one : report.skipped()) {
      byReason.computeIfAbsent(one.why(), why -> new ArrayList<>()).add(one.what());
    }
    byReason.forEach((why, what) -> to.println(why + ": " + String.join(", ", what)));
    to.flush();
  }

  private Linting linting() {
    String folder = Path.of("").toAbsolutePath().toString();
    Map<String, String> texts = new TreeMap<>();
    Suppressions suppressions = Suppressions.ofManifests();
    Path file = suppressionsFile == null ? Path.of(Input.SUPPRESSIONS) : suppressionsFile;
    if (suppressionsFile != null || Files.exists(file)) {
      texts.put(file.toString(), settings(file));
      suppressions = Suppressions.read(file.toString(), settings(file));
    }
    Optional<BaselineRead> baseline = Optional.empty();
    if (baselineFile != null) {
      texts.put(baselineFile.toString(), settings(baselineFile));
      baseline =
          Optional.of(Baseline.read(baselineFile.toString(), settings(baselineFile), folder));
    }
    return new Linting(
        folder,
        validateOnly,
        suppressions,
        day(),
        baseline,
        Target.of(target, spec.commandLine()),
        texts);
  }

  private String settings(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw wrong("cannot read " + file + ": " + Input.reason(e));
    }
  }

  private Supplier<LocalDate> day() {
    if (today == null) {
      return () -> LocalDate.now(ZoneId.systemDefault());
    }
    try {
      LocalDate day = LocalDate.parse(today);
      return () -> day;
    } catch (DateTimeParseException e) {
      throw wrong("\"" + today + "\" is no date; write it as 2027-01-31");
    }
  }

  private void writeBaseline(Baseline baseline, Path file) {
    try {
      Output.makeFolder(file);
      Files.writeString(file, baseline.text());
    } catch (IOException e) {
      throw wrong("cannot write " + file + ": " + Input.reason(e));
    }
    spec.commandLine().getErr().println(baseline + " written to " + file);
  }

  // What was written down just now is known; only what is wrong with the files of settings is new.
  private static Report known(Report report, Linting.Found found) {
    Set<Finding> known = new HashSet<>(found.forBaseline());
    List<Finding> left =
        report.findings().stream().filter(finding -> !known.contains(finding)).toList();
    return report.findings(left).known(found.forBaseline()).gone(List.of());
  }

  private void write(Report report, List<Output> outputs) {
    for (Output one : outputs) {
      try {
        one.write(
            report,
            spec.commandLine().getOut(),
            spec.commandLine().getColorScheme().ansi().enabled() && !Terminal.isDumb());
      } catch (IOException e) {
        throw wrong(
            "cannot write "
                + one.file().map(Path::toString).orElse("the report")
                + ": "
                + Input.reason(e));
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

  private ReadResult read(List<Output> outputs) throws IOException {
    List<Path> written = new ArrayList<>();
    outputs.forEach(one -> one.file().ifPresent(written::add));
    Stream.of(newBaseline).filter(Objects::nonNull).forEach(written::add);
    List<Path> settings = new ArrayList<>(List.of(Path.of(Input.SUPPRESSIONS)));
    Stream.of(suppressionsFile, baselineFile).filter(Objects::nonNull).forEach(settings::add);
    for (Output one : outputs) {
      one.file()
          .filter(file -> settings.stream().anyMatch(other -> Input.isSame(file, other)))
          .ifPresent(
              file -> {
                throw wrong(file + " holds settings; write the report elsewhere");
              });
    }
    ReadResult read = Input.read(paths, settings);
    for (Path file : written) {
      if (Input.hasManifests(read, file)) {
        throw wrong(file + " holds manifests that are looked at; write to another file");
      }
    }
    return Input.without(written, read);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
