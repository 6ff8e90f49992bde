package com.policycortex.istio.suppression;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Suppressed;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.suppression.SuppressionAnnotations.Galley;
import com.policycortex.istio.yaml.Locator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decisions to live with findings, each with a reason and a last day: from a file, and from the
 * annotations of manifests. Istio's own annotation {@code galley.istio.io/analyze-suppress} is
 * honoured as {@code istioctl analyze} reads it.
 *
 * <p>What a gate refuses cannot be suppressed: the cluster would refuse it all the same. Rendering
 * never asks for suppressions.
 */
public final class Suppressions {

  /** The annotation of a manifest: lines of {@code ID until DATE: REASON}. */
  public static final String ANNOTATION = SuppressionAnnotations.OURS;

  private static final Suppressions NONE =
      new Suppressions(List.of(), List.of(), "", IstioCodes.OF_VALIDATION, Map.of());

  private final List<Suppression> suppressions;
  private final List<Finding> mistakes;
  private final String folder;
  private final IstioCodes codes;
  private final Map<String, String> sources;

  private Suppressions(
      List<Suppression> suppressions,
      List<Finding> mistakes,
      String folder,
      IstioCodes codes,
      Map<String, String> sources) {
    this.suppressions = List.copyOf(suppressions);
    this.mistakes = List.copyOf(mistakes);
    this.folder = folder;
    this.codes = codes;
    this.sources = sources;
  }

  /** Only those that manifests carry themselves. */
  public static Suppressions ofManifests() {
    return NONE;
  }

  /**
   * Those of a file, and those that manifests carry themselves.
   *
   * @param file how places name it
   * @param text YAML: a list {@code suppress} of objects with {@code id}, {@code kind}, {@code
   *     namespace}, {@code name}, {@code path}, {@code file} (patterns, all but the first
   *     optional), {@code reason} and {@code until}
   */
  public static Suppressions read(String file, String text) {
    SuppressionFile read = new SuppressionFile(file, text);
    return new Suppressions(
        read.suppressions(), read.findings(), NONE.folder, NONE.codes, NONE.sources);
  }

  /** A copy that takes names of files to be relative to this absolute path. Default: none. */
  public Suppressions folder(String absolutePath) {
    return new Suppressions(suppressions, mistakes, absolutePath, codes, sources);
  }

  /** A copy that knows Istio's codes. Default: {@link IstioCodes#OF_VALIDATION}. */
  public Suppressions istioCodes(IstioCodes istioCodes) {
    return new Suppressions(suppressions, mistakes, folder, istioCodes, sources);
  }

  /**
   * A copy that knows the texts that manifests were read from, so that what is wrong with an
   * annotation is placed at its line. Default: none.
   */
  public Suppressions sources(Map<String, String> texts) {
    return new Suppressions(suppressions, mistakes, folder, codes, texts);
  }

  /** Whether there is any to judge by a day: in the file, or on one of the manifests. */
  public boolean areAny(Collection<? extends Manifest> manifests) {
    return !suppressions.isEmpty()
        || manifests.stream()
            .anyMatch(manifest -> manifest.metadata().annotations().containsKey(ANNOTATION));
  }

  /**
   * Takes away what is suppressed.
   *
   * @param findings what was found
   * @param manifests those that may carry suppressions
   * @param today on which day; a suppression holds until its last day is over
   */
  public Applied apply(
      Collection<Finding> findings, Collection<? extends Manifest> manifests, LocalDate today) {
    SuppressionAnnotations annotations = new SuppressionAnnotations(new Locator(sources));
    manifests.forEach(annotations::read);
    Uses uses = new Uses(suppressions, annotations.suppressions(), folder, today);
    List<Finding> left = new ArrayList<>();
    List<Suppressed> suppressed = new ArrayList<>();
    for (Finding finding : findings) {
      Optional<Suppressed> taken = uses.take(finding);
      if (taken.isEmpty() && !isRefused(finding)) {
        taken = galley(finding, annotations.galley().getOrDefault(finding.resource(), List.of()));
      }
      taken.ifPresentOrElse(suppressed::add, () -> left.add(finding));
    }
    List<Finding> problems = new ArrayList<>(mistakes);
    problems.addAll(annotations.findings());
    problems.addAll(uses.problems());
    return new Applied(left, suppressed, problems);
  }

  /** Whether a gate refuses what a finding is about, so that nobody can live with it. */
  static boolean isRefused(Finding finding) {
    return finding.severity() == Severity.ERROR && finding.gate().isPresent();
  }

  private Optional<Suppressed> galley(Finding finding, List<Galley> annotations) {
    if (annotations.isEmpty()) {
      return Optional.empty();
    }
    Set<String> names = codes.of(finding);
    for (Galley annotation : annotations) {
      for (String code : annotation.codes()) {
        if (code.equals("*") || names.contains(code)) {
          return Optional.of(
              new Suppressed(
                  finding,
                  SuppressionAnnotations.ISTIO + ": " + code,
                  annotation.where().get(),
                  true));
        }
      }
    }
    return Optional.empty();
  }

  static ResourceId noManifest() {
    return new ResourceId("", Optional.empty(), "");
  }
}
