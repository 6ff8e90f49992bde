package com.policycortex.istio.fabric8;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of manifests, or would become of them.
 *
 * @param results one for each manifest, in the order in which they were sent
 */
public record ClusterReport(List<ManifestResult> results) {

  /** Copies the list. */
  public ClusterReport {
    results = List.copyOf(results);
  }

  /** Everything that the cluster said. */
  public List<Finding> findings() {
    return results.stream().flatMap(result -> result.findings().stream()).toList();
  }

  /** Whether there is no error: the cluster took every manifest, or would take it. */
  public boolean isTaken() {
    return findings().stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /** Whether the cluster was as the manifests say. */
  public boolean isUnchanged() {
    return results.stream()
        .allMatch(
            result ->
                result.outcome() == Outcome.UNCHANGED
                    || (result.outcome() == Outcome.NOT_SENT && isTaken()));
  }

  /** The differences of all manifests, one below the other; empty if nothing changed. */
  public String difference() {
    return results.stream().map(ManifestResult::difference).collect(Collectors.joining());
  }

  /** A line for each manifest, with its findings below. */
  @Override
  public String toString() {
    return results.stream().map(ManifestResult::toString).collect(Collectors.joining("\n"));
  }
}
