package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Helm charts among the files of a folder: their templates and settings are no manifests, and are
 * left out with one finding for each chart. The charts that a chart brings along are part of it;
 * its {@code crds} Helm applies as they are, and they are read.
 *
 * @see <a href="https://helm.sh/docs/topics/charts/#the-chart-file-structure">The files of a
 *     chart</a>
 */
final class HelmCharts {

  private static final String CHART = "Chart.yaml";
  private static final String TEMPLATES = "templates";

  /** By their paths below the chart. */
  private static final Pattern NO_MANIFESTS =
      Pattern.compile(
          "(templates|charts|ci)/.*|chart\\.yaml|requirements\\.ya?ml|values[^/]*\\.(ya?ml|json)");

  private final Map<Path, Boolean> known = new HashMap<>();

  private HelmCharts() {}

  /**
   * Leaves out what belongs to a chart and is no manifest.
   *
   * @param named the folder that is read: where it is a chart, or within one, the finding is a
   *     warning, since then nothing else was asked for
   */
  static List<Path> withoutTemplates(Path named, Collection<Path> files, List<Finding> findings) {
    HelmCharts charts = new HelmCharts();
    Map<Path, Integer> leftOut = new TreeMap<>();
    List<Path> manifests = new ArrayList<>();
    for (Path file : files) {
      Optional<Path> chart = charts.of(file);
      if (chart.isPresent()) {
        leftOut.merge(chart.get(), 1, Integer::sum);
      } else {
        manifests.add(file);
      }
    }
    Path asked = absolute(named);
    leftOut.forEach(
        (chart, number) ->
            findings.add(finding(shown(named, chart), number, asked.startsWith(chart))));
    return manifests;
  }

  /** The outermost chart that a file belongs to as no manifest. */
  private Optional<Path> of(Path file) {
    Path whole = absolute(file);
    Optional<Path> outermost = Optional.empty();
    for (Path folder = whole.getParent(); folder != null; folder = folder.getParent()) {
      String within = folder.relativize(whole).toString().replace('\\', '/');
      if (NO_MANIFESTS.matcher(within.toLowerCase(Locale.ROOT)).matches() && isChart(folder)) {
        outermost = Optional.of(folder);
      }
    }
    return outermost;
  }

  private boolean isChart(Path folder) {
    return known.computeIfAbsent(folder, one -> Files.isRegularFile(one.resolve(CHART)));
  }

  private static Finding finding(Path chart, int files, boolean asked) {
    return new Finding(
        "YAML-HELM-TEMPLATE",
        asked && Files.isDirectory(chart.resolve(TEMPLATES)) ? Severity.WARNING : Severity.INFO,
        Findings.nobody(),
        "",
        "this is a Helm chart, which is not rendered here; "
            + (files == 1 ? "one file of it is" : files + " files of it are")
            + " left out: templates, values and charts within",
        "lint what Helm makes of it: helm template " + chart + " | istio lint -",
        Origin.file(chart.resolve(CHART).toString(), 1, 1));
  }

  // Places are named as the folder was.
  private static Path shown(Path named, Path chart) {
    if (named.isAbsolute()) {
      return chart;
    }
    Path here = absolute(Path.of(""));
    return chart.equals(here) ? Path.of(".") : here.relativize(chart);
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
