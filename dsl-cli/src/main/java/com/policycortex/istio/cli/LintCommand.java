package com.policycortex.istio.cli;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.validation.Validation;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
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
      "Reads YAML and JSON strictly and says what the API server or istiod would refuse or warn of.",
      "Kinds of others are read and left alone. All findings of all files are reported."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  istio lint mesh",
      "  istio lint --format sarif mesh > istio.sarif",
      "  kubectl get virtualservices -A -o yaml | istio lint -"
    })
final class LintCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json (one object a line) or sarif. Default: ${DEFAULT-VALUE}.",
      defaultValue = "text")
  private String format = "";

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files, folders with all files below, or - for standard input.")
  private List<String> paths = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    FindingsWriter writer = writer();
    ReadResult all = ReadResult.join(read());
    List<Finding> findings = new ArrayList<>(all.findings());
    for (Finding finding : Validation.validate(all.manifests())) {
      findings.add(all.locate(finding));
    }
    findings.sort(
        Comparator.comparing((Finding finding) -> finding.origin().file())
            .thenComparingInt(finding -> finding.origin().line())
            .thenComparingInt(finding -> finding.origin().column())
            .thenComparing(Finding::id));
    PrintWriter out = spec.commandLine().getOut();
    writer.write(findings, all.sources(), all.manifests().size(), out);
    out.flush();
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
        ? Main.FINDINGS
        : Main.CLEAN;
  }

  private FindingsWriter writer() {
    return switch (format) {
      case "text" -> new TextFindings(spec.commandLine().getColorScheme());
      case "json" -> new JsonFindings();
      case "sarif" -> new SarifFindings();
      default ->
          throw new ParameterException(
              spec.commandLine(),
              "there is no format \"" + format + "\"; choose one of text, json, sarif");
    };
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
}
