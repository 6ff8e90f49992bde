package com.policycortex.istio.lint;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What istiod warns of in a manifest by itself, the check of the mesh may know better. A rule that
 * no request reaches is found by both, and the check knows a request that shows it and how to
 * repair it. That a rule of DENY about HTTP refuses all TCP istiod says of every such rule, and the
 * check where there is such a port, and which. That failover needs outlier detection both say, and
 * the check can repair it. Only the second is told where both are.
 */
final class OneMistake {

  private static final String SHADOWED = "VS-RULE-SHADOWED";
  private static final Set<String> OF_ISTIOD =
      Set.of(
          "VS-INEFFECTIVE-DUP",
          "VS-INEFFECTIVE-PREFIX",
          "VS-UNREACHABLE-AFTER-CATCHALL",
          "VS-UNREACHABLE-ALL-DUP",
          "VS-UNREACHABLE-LAST");

  private static final String DENY_TCP = "AP-DENY-TCP";
  private static final String ON_TCP_PORT = "AUTHZ-HTTP-ON-TCP-PORT";

  private static final String NO_OUTLIER = "LB-OUTLIER-MISSING";
  private static final String NO_FAILOVER = "DR-LOCALITY-WITHOUT-OUTLIER";

  private OneMistake() {}

  /** The findings without those that say no more than another. */
  static List<Finding> of(List<Finding> findings) {
    return withoutOutlier(withoutDenyTcp(withoutUnreached(findings)));
  }

  // The warning is at a field of that at which the other is.
  private static List<Finding> withoutOutlier(List<Finding> findings) {
    Set<String> told = new HashSet<>();
    for (Finding finding : findings) {
      if (finding.id().equals(NO_FAILOVER)) {
        told.add(place(finding, finding.path()));
      }
    }
    return told.isEmpty()
        ? findings
        : findings.stream()
            .filter(
                finding ->
                    !finding.id().equals(NO_OUTLIER)
                        || around(finding.path()).stream()
                            .noneMatch(path -> told.contains(place(finding, path))))
            .toList();
  }

  // The warning is at the rule, the other at a field of it.
  private static List<Finding> withoutDenyTcp(List<Finding> findings) {
    Set<String> told = new HashSet<>();
    for (Finding finding : findings) {
      if (finding.id().equals(ON_TCP_PORT)) {
        around(finding.path()).forEach(path -> told.add(place(finding, path)));
      }
    }
    return told.isEmpty()
        ? findings
        : findings.stream()
            .filter(
                finding ->
                    !finding.id().equals(DENY_TCP)
                        || !told.contains(place(finding, finding.path())))
            .toList();
  }

  private static String place(Finding finding, String path) {
    return finding.origin().file() + " " + finding.resource() + " " + path;
  }

  private static List<Finding> withoutUnreached(List<Finding> findings) {
    Map<ResourceId, Map<String, List<Finding>>> shadowed = new HashMap<>();
    for (Finding finding : findings) {
      if (finding.id().equals(SHADOWED)) {
        shadowed
            .computeIfAbsent(finding.resource(), resource -> new HashMap<>())
            .computeIfAbsent(finding.path(), path -> new ArrayList<>())
            .add(finding);
      }
    }
    if (shadowed.isEmpty()) {
      return findings;
    }
    Set<Finding> less = new HashSet<>();
    for (Finding finding : findings) {
      if (OF_ISTIOD.contains(finding.id())) {
        Map<String, List<Finding>> others = shadowed.getOrDefault(finding.resource(), Map.of());
        for (String path : around(finding.path())) {
          for (Finding other : others.getOrDefault(path, List.of())) {
            if (finding.origin().file().equals(other.origin().file())) {
              less.add(other.severity() == Severity.INFO ? other : finding);
            }
          }
        }
      }
    }
    return findings.stream().filter(finding -> !less.contains(finding)).toList();
  }

  // The path, and those that it lies within.
  private static List<String> around(String path) {
    List<String> all = new ArrayList<>();
    for (int end = path.length(); end > 0; end--) {
      if (end == path.length() || ".[".indexOf(path.charAt(end)) >= 0) {
        all.add(path.substring(0, end));
      }
    }
    return all;
  }
}
