package com.policycortex.istio.fabric8;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.ResourceId;
import java.util.List;

/**
 * What became of one manifest, or would become of it.
 *
 * @param resource the manifest
 * @param outcome what became of it
 * @param difference for {@link Outcome#CREATED} and {@link Outcome#CHANGED}, the unified difference
 *     of the YAML from what was in the cluster to what the cluster made of it; without the status
 *     and the metadata that the cluster keeps for itself, and without the values of a Secret; else
 *     empty
 * @param findings what the cluster said
 */
public record ManifestResult(
    ResourceId resource, Outcome outcome, String difference, List<Finding> findings) {

  /** Copies the list. */
  public ManifestResult {
    findings = List.copyOf(findings);
  }

  /** {@code VirtualService shop/reviews: changed}, with the findings below. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(resource + ": " + outcome);
    for (Finding finding : findings) {
      text.append('\n').append(finding.toString().indent(2).stripTrailing());
    }
    return text.toString();
  }
}
