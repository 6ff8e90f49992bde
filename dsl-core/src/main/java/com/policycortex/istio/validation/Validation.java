package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.parallel.Parallel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Says what a cluster would say about manifests: every error and every warning of the API server
 * (schema and CEL rules of Istio's CRDs, names) and of istiod's admission, at once.
 *
 * <p>A finding of severity error means that one of the two refuses the manifest; a warning, that
 * both accept it and istiod warns. The message says which one it is. No network, no state; any
 * number of threads.
 */
public final class Validation {

  private static final List<Finding> NOTHING = List.of();

  // How many one core takes at a time.
  private static final int SHARE = 256;

  private Validation() {}

  /**
   * What is wrong with one manifest by itself.
   *
   * @return the findings in the order of the fields; empty if there are none
   */
  public static List<Finding> validate(Manifest manifest) {
    Report report = Report.begin(manifest);
    RuleBook.check(manifest, report);
    List<Finding> findings = report.findings().isEmpty() ? NOTHING : List.copyOf(report.findings());
    report.end();
    return findings;
  }

  /**
   * What is wrong for certain with a manifest of which some places could not be read: nothing is
   * said that what stands there could change.
   *
   * @param manifest what could be read of it
   * @param unread the paths of what could not
   */
  public static List<Finding> validate(Manifest manifest, Collection<String> unread) {
    Report report = new Report(manifest, new Unread(unread));
    RuleBook.check(manifest, report);
    return List.copyOf(report.findings());
  }

  /**
   * What is wrong with each manifest by itself, and with all of them side by side: two of one kind,
   * namespace and name would replace each other.
   *
   * @return the findings in the order of the manifests
   */
  public static List<Finding> validate(Collection<? extends Manifest> manifests) {
    return all(manifests, DuplicateRules::check);
  }

  /**
   * The same of manifests that were read from files and may not all be applied together: of those
   * with one kind, namespace and name in different folders, such as overlays, there is one warning
   * for each folder.
   *
   * @return the findings in the order of the manifests, then those of folders
   */
  public static List<Finding> validateFiles(Collection<? extends Manifest> manifests) {
    return all(manifests, DuplicateRules::checkFiles);
  }

  private static List<Finding> all(
      Collection<? extends Manifest> manifests, Function<List<Manifest>, List<Finding>> together) {
    List<Manifest> all = List.copyOf(manifests);
    if (all.size() <= SHARE) { // one core is done before another has begun
      List<Finding> findings = each(all);
      findings.addAll(together.apply(all));
      return List.copyOf(findings);
    }
    int shares = (all.size() + SHARE - 1) / SHARE;
    // What takes longest by itself comes first.
    List<List<Finding>> found =
        Parallel.map(
            shares + 1,
            i ->
                i == 0
                    ? together.apply(all)
                    : each(all.subList((i - 1) * SHARE, Math.min(all.size(), i * SHARE))));
    List<Finding> findings = new ArrayList<>();
    found.subList(1, shares + 1).forEach(findings::addAll);
    findings.addAll(found.get(0));
    return List.copyOf(findings);
  }

  private static List<Finding> each(List<Manifest> manifests) {
    List<Finding> findings = new ArrayList<>();
    for (Manifest manifest : manifests) {
      findings.addAll(validate(manifest));
    }
    return findings;
  }
}
