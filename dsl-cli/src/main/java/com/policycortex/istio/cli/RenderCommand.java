package com.policycortex.istio.cli;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.policycortex.Environment;
import com.policycortex.istio.policycortex.PolicyCortex;
import com.policycortex.istio.policycortex.Setting;
import com.policycortex.istio.release.IstioVersion;
import com.policycortex.istio.release.TargetRelease;
import com.policycortex.istio.render.Difference;
import com.policycortex.istio.render.OutputTree;
import com.policycortex.istio.render.WriteReport;
import com.policycortex.istio.validation.InvalidManifestsException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code istio render PRESET}: writes a preset's files. */
@Command(
    name = "render",
    description = {
      "Writes the files of a preset into a folder, all or none.",
      "Files that an earlier run wrote and that are no longer wanted are removed; others are never"
          + " touched."
    },
    versionProvider = Main.Version.class,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  istio render policycortex --env prod --out mesh",
      "      then: istioctl install -f mesh/install/istio.yaml",
      "            kubectl apply -k mesh",
      "  istio render policycortex --env prod --out mesh --set canary.weight=25",
      "  istio render policycortex --env prod --out mesh --check",
      "      fails with the difference when the folder is not what would be written",
      "  istio render policycortex --env prod --settings",
      "      lists all settings"
    })
final class RenderCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "PRESET", description = "The preset: policycortex.")
  private String preset = "";

  @Option(
      names = "--env",
      paramLabel = "ENVIRONMENT",
      description = "prod, staging or dev. Default: ${DEFAULT-VALUE}.",
      defaultValue = "prod")
  private String environment = "";

  @Option(names = "--out", paramLabel = "DIR", description = "The folder; made if not there.")
  private @Nullable Path out;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Changes a setting; may be given more than once.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = "--target", paramLabel = "VERSION", description = Target.DESCRIPTION)
  private @Nullable String target;

  @Option(
      names = "--check",
      description = "Writes nothing; fails when the folder is not what would be written.")
  private boolean check;

  @Option(names = "--settings", description = "Lists the settings with their values.")
  private boolean list;

  @Override
  public Integer call() {
    PolicyCortex mesh = mesh();
    if (list) {
      listSettings(mesh);
      return Main.CLEAN;
    }
    if (out == null) {
      throw wrong("say where to write: --out DIR");
    }
    OutputTree tree = tree(mesh);
    TargetRelease release =
        Target.of(target, spec.commandLine())
            .orElseGet(() -> TargetRelease.of(IstioVersion.newest()));
    List<Finding> newer = release.findingsAsServed(tree.manifests());
    if (!newer.isEmpty()) {
      throw new InvalidManifestsException(newer);
    }
    return check ? check(tree, out, release) : write(mesh, tree, out, release);
  }

  private PolicyCortex mesh() {
    if (!preset.equals("policycortex")) {
      throw wrong("there is no preset \"" + preset + "\"; there is policycortex");
    }
    try {
      PolicyCortex mesh = PolicyCortex.of(Environment.named(environment));
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        mesh = mesh.set(setting.getKey(), setting.getValue());
      }
      return mesh;
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  // Settings that are fine each by itself may not go together.
  private OutputTree tree(PolicyCortex mesh) {
    try {
      return mesh.tree();
    } catch (IllegalArgumentException e) {
      throw wrong("these settings do not go together: " + e.getMessage());
    }
  }

  private int write(PolicyCortex mesh, OutputTree tree, Path folder, TargetRelease release) {
    WriteReport report = tree.writeTo(folder, release::version);
    PrintWriter text = spec.commandLine().getOut();
    text.println(mesh + " in " + folder + ":");
    Map<String, Integer> manifests = new TreeMap<>();
    Map<String, Integer> files = new TreeMap<>();
    for (String path : tree.paths()) {
      String top = path.contains("/") ? path.substring(0, path.indexOf('/') + 1) : path;
      files.merge(top, 1, Integer::sum);
      manifests.merge(top, tree.manifests(path).size(), Integer::sum);
    }
    for (String top :
        List.of(
            "install/",
            "base/",
            "traffic-management/",
            "security/",
            "observability/",
            "policies/")) {
      text.printf(
          "  %-20s %s in %s%n",
          top,
          count(manifests.getOrDefault(top, 0), "manifest"),
          count(files.getOrDefault(top, 0), "file"));
    }
    text.println(report);
    return Main.CLEAN;
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private int check(OutputTree tree, Path folder, TargetRelease release) {
    List<Difference> differences = tree.differences(folder, release::version);
    PrintWriter text = spec.commandLine().getOut();
    differences.forEach(difference -> text.println(difference));
    if (differences.isEmpty()) {
      text.println(folder + " is what would be written");
      return Main.CLEAN;
    }
    text.println(
        count(differences.size(), "file")
            + " of "
            + folder
            + " differ; render without --check to write them");
    return Main.FINDINGS;
  }

  private void listSettings(PolicyCortex mesh) {
    PrintWriter text = spec.commandLine().getOut();
    for (Setting<?> setting : PolicyCortex.settings()) {
      text.println(setting.key() + "=" + mesh.text(setting));
      text.println("    " + setting.documentation() + "; " + setting.form());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
