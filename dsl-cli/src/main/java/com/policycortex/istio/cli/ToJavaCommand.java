package com.policycortex.istio.cli;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.report.Report;
import com.policycortex.istio.source.JavaSource;
import com.policycortex.istio.yaml.ReadResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code istio to-java PATH…}: prints the Java that makes manifests. */
@Command(
    name = "to-java",
    description = {
      "Prints a Java class that makes the manifests of files.",
      "It has a method for each, and one that lists them. Compiled and run, it gives the same"
          + " manifests. Fields that Java has no method for are named in comments. For going on in"
          + " Java with what there is as YAML."
    },
    versionProvider = Main.Version.class,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  istio to-java mesh.yaml > Manifests.java",
      "  kubectl get virtualservices -n shop -o yaml | istio to-java --class Shop -"
    })
final class ToJavaCommand implements Callable<Integer> {

  private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z0-9_]*");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description = "The name of the class. Default: ${DEFAULT-VALUE}.",
      defaultValue = "Manifests")
  private String className = "";

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files, folders with all files below, or - for standard input.")
  private List<String> paths = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    if (!CLASS.matcher(className).matches()) {
      throw new ParameterException(
          spec.commandLine(),
          "\"" + className + "\" is not the name of a class; write it as ShopMesh");
    }
    ReadResult read = Input.read(paths, List.of());
    List<Finding> errors =
        Report.of(read.findings()).findings().stream()
            .filter(one -> one.severity() == Severity.ERROR)
            .toList();
    if (!errors.isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      errors.forEach(err::println);
      err.println("nothing is printed, so that nothing is lost; istio lint says more");
      return Main.FINDINGS;
    }
    List<Manifest> manifests = read.manifests();
    spec.commandLine().getOut().print(JavaSource.program(className, manifests));
    spec.commandLine().getOut().flush();
    return Main.CLEAN;
  }
}
