package com.policycortex.istio.cli;

import com.policycortex.istio.render.OutputTreeException;
import com.policycortex.istio.validation.InvalidManifestsException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code istio}. */
@Command(
    name = "istio",
    description =
        "Renders Istio configuration from Java presets, lints YAML, and says what it means.",
    versionProvider = Main.Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:All is well.",
      "1:A finding of severity error (see lint --fail-on), or a folder that is not what would be"
          + " written.",
      "2:The command was used wrongly, or a file could not be written."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  istio render policycortex --env prod --out mesh",
      "  istio render policycortex --env prod --out mesh --set canary.weight=25",
      "  istio render policycortex --env prod --out mesh --check",
      "  istio lint mesh",
      "  istio explain VS-WEIGHT-SUM",
      "  istio describe workload shop/reviews mesh"
    })
public final class Main implements Runnable {

  /** Exit code: nothing to complain about. */
  static final int CLEAN = 0;

  /** Exit code: a finding of severity error, or drift. */
  static final int FINDINGS = 1;

  /** Exit code: wrong use, or something that cannot be read or written. */
  static final int WRONG_USE = 2;

  // In the order of the help.
  private static final List<String> COMMANDS =
      List.of("render", "lint", "describe", "explain", "to-java", "help");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  /**
   * Runs a command and ends the JVM with its exit code.
   *
   * @param arguments as the shell hands them over
   */
  public static void main(String[] arguments) {
    CommandLine commandLine = commandLine(arguments);
    StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    commandLine.setOut(out.writer());
    int code = commandLine.execute(arguments);
    commandLine.getOut().flush();
    if (out.failure().isPresent()) {
      System.err.println("cannot write to standard output: " + out.failure().get());
      code = WRONG_USE;
    }
    System.exit(code);
  }

  /** Only the command that comes first, where there is one: each costs time to look through. */
  static CommandLine commandLine(String... arguments) {
    CommandLine commandLine = new CommandLine(new Main());
    boolean one = arguments.length > 0 && COMMANDS.contains(arguments[0]);
    for (String name : one && !arguments[0].equals("help") ? List.of(arguments[0]) : COMMANDS) {
      commandLine.addSubcommand(command(name));
    }
    commandLine.setExecutionExceptionHandler(Main::report);
    commandLine.setParameterExceptionHandler(Main::wrongUse);
    commandLine.setUsageHelpAutoWidth(true);
    return commandLine;
  }

  private static Object command(String name) {
    return switch (name) {
      case "render" -> new RenderCommand();
      case "lint" -> new LintCommand();
      case "describe" -> new DescribeCommand();
      case "explain" -> new ExplainCommand();
      case "to-java" -> new ToJavaCommand();
      default -> new CommandLine.HelpCommand();
    };
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: render, lint, describe, explain or to-java");
  }

  // The whole help would push the one line that matters off the screen.
  private static int wrongUse(ParameterException problem, String[] arguments) {
    CommandLine commandLine = problem.getCommandLine();
    PrintWriter err = commandLine.getErr();
    String before = arguments.length > 1 ? arguments[0] : "";
    if (before.startsWith("-") && !isOfMain(before) && isOfCommand(arguments)) {
      // What is missing then may have been taken for the option's value.
      err.println(
          commandLine
              .getColorScheme()
              .errorText(
                  "Unknown option: '" + before + "'; options of a command stand behind its name"));
      err.println("try istio --help");
      return WRONG_USE;
    }
    boolean noCommand =
        commandLine.getParent() == null
            && problem instanceof CommandLine.UnmatchedArgumentException
            && arguments.length > 0
            && !before.startsWith("-");
    err.println(
        commandLine
            .getColorScheme()
            .errorText(
                noCommand
                    ? "there is no command \"" + arguments[0] + "\""
                    : String.valueOf(problem.getMessage())));
    CommandLine.UnmatchedArgumentException.printSuggestions(problem, err);
    err.println("try " + commandLine.getCommandSpec().qualifiedName() + " --help");
    return WRONG_USE;
  }

  private static boolean isOfMain(String option) {
    return List.of("-h", "--help", "-V", "--version").contains(option);
  }

  private static boolean isOfCommand(String... arguments) {
    return COMMANDS.stream().anyMatch(List.of(arguments)::contains);
  }

  private static int report(
      Exception problem, CommandLine commandLine, CommandLine.ParseResult arguments) {
    PrintWriter err = commandLine.getErr();
    if (problem instanceof InvalidManifestsException invalid) {
      err.println(invalid.getMessage());
      return FINDINGS;
    }
    if (problem instanceof OutputTreeException || problem instanceof EmptyPathException) {
      err.println(problem.getMessage());
      return WRONG_USE;
    }
    err.println(
        "this is a mistake of the program, not yours: "
            + problem
            + "\n  at "
            + (problem.getStackTrace().length > 0 ? problem.getStackTrace()[0] : "?"));
    return WRONG_USE;
  }

  /** Reads the version from the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"istio " + (version == null ? "(not packaged)" : version)};
    }
  }
}
