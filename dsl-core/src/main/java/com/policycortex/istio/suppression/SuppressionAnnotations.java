package com.policycortex.istio.suppression;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.yaml.Locator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The suppressions that manifests carry themselves: ours, one a line, and Istio's. */
final class SuppressionAnnotations {

  static final String OURS = "policycortex.com/suppress";
  static final String ISTIO = "galley.istio.io/analyze-suppress";

  private static final Pattern LINE =
      Pattern.compile(
          "(?<id>[^\\s:]+)(?: at (?<path>\\S+?))?(?: until"
              + " (?<until>[^\\s:]+))?(?::(?<reason>.*))?");

  private static final String PATH = "metadata.annotations.";

  private final Locator locator;
  private final Map<ResourceId, List<Suppression>> suppressions = new LinkedHashMap<>();
  private final Map<ResourceId, List<Galley>> galley = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  /** The codes of Istio's annotation on a manifest. */
  record Galley(Set<String> codes, Supplier<Origin> where) {}

  /** Finds the lines of annotations with this locator. */
  SuppressionAnnotations(Locator locator) {
    this.locator = locator;
  }

  void read(Manifest manifest) {
    Map<String, String> annotations = manifest.metadata().annotations();
    if (annotations.isEmpty()) {
      return;
    }
    String istio = annotations.get(ISTIO);
    if (istio != null && !istio.isEmpty()) {
      // As istioctl reads it: commas only, and blanks belong to the code.
      galley
          .computeIfAbsent(manifest.resourceId(), id -> new ArrayList<>())
          .add(
              new Galley(
                  Set.copyOf(Arrays.asList(istio.split(",", -1))),
                  () -> locator.line(manifest, PATH + ISTIO, istio)));
    }
    String ours = annotations.get(OURS);
    if (ours != null) {
      ours.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .forEach(line -> read(line, manifest));
    }
  }

  private void read(String line, Manifest manifest) {
    Mistakes mistakes = new Mistakes(manifest.resourceId(), PATH + OURS);
    Origin where = locator.line(manifest, PATH + OURS, line);
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      mistakes.syntax(line, where);
    } else {
      String id = parts.group("id");
      String reason = Optional.ofNullable(parts.group("reason")).orElse("").strip();
      if (reason.isEmpty()) {
        mistakes.noReason(id, where);
      }
      Optional<LocalDate> until = Optional.empty();
      if (parts.group("until") == null) {
        mistakes.noDate(id, where);
      } else {
        until = mistakes.date(parts.group("until"), where);
      }
      if (mistakes.findings().isEmpty() && until.isPresent()) {
        Glob path = Optional.ofNullable(parts.group("path")).map(Glob::new).orElse(Glob.ANY);
        suppressions
            .computeIfAbsent(manifest.resourceId(), key -> new ArrayList<>())
            .add(Suppression.inManifest(new Glob(id), path, reason, until.get(), where));
      }
    }
    findings.addAll(mistakes.findings());
  }

  /** Ours, of each manifest that has some. */
  Map<ResourceId, List<Suppression>> suppressions() {
    return suppressions;
  }

  /** Istio's, of each manifest that has some. */
  Map<ResourceId, List<Galley>> galley() {
    return galley;
  }

  /** What is wrong with ours. */
  List<Finding> findings() {
    return findings;
  }
}
