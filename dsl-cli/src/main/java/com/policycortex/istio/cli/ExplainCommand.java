package com.policycortex.istio.cli;

import com.policycortex.istio.finding.Suggestions;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code istio explain ID…}: prints what findings mean. */
@Command(
    name = "explain",
    description = {
      "Prints the page of a finding: what it means, why, and how to repair it.",
      "A manifest with the mistake and without it is shown, as YAML and as Java. Without an id,"
          + " lists all findings."
    },
    versionProvider = Main.Version.class,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  istio explain VS-WEIGHT-SUM",
      "  istio explain IST0101",
      "  istio explain | grep -i timeout"
    })
final class ExplainCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      description =
          "Ids of findings, as istio lint prints them, or codes of Istio's analyzers or of Kiali.")
  private List<String> ids = new ArrayList<>();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (ids.isEmpty()) {
      FindingPages.titles().forEach(title -> out.printf("%-32s %s%n", title.id(), title.text()));
    }
    boolean first = true;
    for (String id : ids.stream().flatMap(ExplainCommand::meant).toList()) {
      String markdown = FindingPages.page(id).orElseThrow(() -> unknown(id));
      out.print(first ? "" : "\n\n");
      first = false;
      PageText.lines(markdown, spec.commandLine().getColorScheme().ansi()).forEach(out::println);
    }
    out.flush();
    return Main.CLEAN;
  }

  private static Stream<String> meant(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    List<String> ids = FindingPages.idsOf(upper);
    return ids.isEmpty() ? Stream.of(upper) : ids.stream();
  }

  private ParameterException unknown(String id) {
    List<String> known = FindingPages.titles().stream().map(FindingPages.Title::id).toList();
    return new ParameterException(
        spec.commandLine(),
        "there is no finding \""
            + id
            + "\""
            + Suggestions.nearest(id, known)
                .map(meant -> "; did you mean " + meant + "?")
                .orElse("; istio explain lists all of them"));
  }
}
