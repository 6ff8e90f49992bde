package com.policycortex.istio.cli;

import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.yaml.ReadResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code istio describe WHAT NAME PATH…}: says what manifests mean for one thing. */
@Command(
    name = "describe",
    description = {
      "Says what applies to a workload, what a host means, or what a gateway serves.",
      "Names the manifests that decide, those that have no effect, and why."
    },
    versionProvider = Main.Version.class,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  istio describe workload shop/reviews mesh",
      "  istio describe host reviews.shop.svc.cluster.local --from frontend mesh",
      "  istio describe gateway istio-system/public mesh"
    })
final class DescribeCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "WHAT", description = "workload, host or gateway.")
  private String what = "";

  @Parameters(
      index = "1",
      paramLabel = "NAME",
      description =
          "namespace/name of a workload or gateway, Kind/namespace/name of one of several"
              + " workloads; a host's full name.")
  private String name = "";

  @Parameters(
      index = "2..*",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files, folders with all files below, or - for standard input.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "NAMESPACE",
      description = "For a host: to the proxies of this namespace. Default: the host's own.")
  private @Nullable String from;

  @Override
  public Integer call() throws IOException {
    if (from != null && !what.equals("host")) {
      throw wrong("--from is for hosts");
    }
    ReadResult read = Input.read(paths, List.of(Path.of(Input.SUPPRESSIONS)));
    Mesh mesh = Mesh.of(read);
    try {
      String answer =
          switch (what) {
            case "workload" -> mesh.workload(name).toString();
            case "host" -> host(mesh);
            case "gateway" -> gateway(mesh);
            default ->
                throw wrong(
                    "\"" + what + "\" cannot be described; choose one of workload, host, gateway");
          };
      spec.commandLine().getOut().println(answer);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
    warn(read);
    return Main.CLEAN;
  }

  private String host(Mesh mesh) {
    return Optional.ofNullable(from)
        .map(namespace -> mesh.host(name, namespace))
        .orElseGet(() -> mesh.host(name))
        .toString();
  }

  // Istio's, the Gateway API's, or one of each.
  private String gateway(Mesh mesh) {
    Optional<String> api = mesh.apiGateway(name).map(Object::toString);
    return api.isPresent() && !mesh.hasGateway(name)
        ? api.get()
        : mesh.gateway(name) + api.map(it -> "\n\n" + it).orElse("");
  }

  // What could not be read may be what decides.
  private void warn(ReadResult read) {
    long errors = read.findings().stream().filter(one -> one.severity() == Severity.ERROR).count();
    if (errors > 0) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          errors
              + (errors == 1 ? " error" : " errors")
              + " in reading, so manifests are missing here; istio lint says which");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
