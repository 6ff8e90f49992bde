package com.policycortex.istio.cli;

import com.policycortex.istio.finding.Suggestions;
import com.policycortex.istio.report.RuleDescription;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code istio explain ID…}: prints what findings mean. */
@Command(
    name = "explain",
    description = {
      "Prints the page of a finding: what it means, why, how to repair it, and a manifest with the",
      "mistake and without it, as YAML and as Java. Without an id, lists all of them."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  istio explain VS-WEIGHT-SUM", "  istio explain | grep -i timeout"})
final class ExplainCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      description = "Ids of findings, as istio lint prints them.")
  private List<String> ids = new ArrayList<>();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (ids.isEmpty()) {
      FindingPages.titles().forEach(title -> out.printf("%-32s %s%n", title.id(), title.text()));
    }
    boolean first = true;
    for (String id : ids) {
      String markdown = markdown(id.toUpperCase(Locale.ROOT)).orElseThrow(() -> unknown(id));
      out.print(first ? "" : "\n\n");
      first = false;
      PageText.lines(markdown, spec.commandLine().getColorScheme().ansi()).forEach(out::println);
    }
    out.flush();
    return Main.CLEAN;
  }

  // A check between manifests explains itself where it has no page.
  private static Optional<String> markdown(String id) {
    return FindingPages.page(id).or(() -> MeshRules.RULES.describe(id).map(ExplainCommand::text));
  }

  private static String text(RuleDescription rule) {
    return "# " + rule.id() + ": " + rule.summary() + "\n\n" + rule.help();
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
