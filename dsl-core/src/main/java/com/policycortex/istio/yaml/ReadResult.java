package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.model.Manifest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was read.
 *
 * @param manifests the manifests that were read without an error, in the order of the files and of
 *     the documents in them; a manifest with an error is not here, so that nobody takes half of it
 *     for the whole
 * @param findings everything that was wrong or doubtful
 * @param sources the text of each file, to find places again
 */
public record ReadResult(
    List<Manifest> manifests, List<Finding> findings, Map<String, String> sources) {

  /** Copies the lists. */
  public ReadResult {
    manifests = List.copyOf(manifests);
    findings = List.copyOf(findings);
    sources = Map.copyOf(sources);
  }

  /**
   * A finding about one of the manifests, with the place of its own field. Whoever has many asks a
   * {@link Locator}.
   */
  public Finding locate(Finding finding) {
    return new Locator(sources).locate(finding);
  }

  /** Several results as one. */
  public static ReadResult join(Collection<ReadResult> results) {
    List<Manifest> manifests = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    Map<String, String> sources = new TreeMap<>();
    for (ReadResult result : results) {
      manifests.addAll(result.manifests);
      findings.addAll(result.findings);
      sources.putAll(result.sources);
    }
    return new ReadResult(manifests, findings, sources);
  }

  /** {@code 12 manifests, 3 findings}. */
  @Override
  public String toString() {
    return manifests.size() + " manifests, " + findings.size() + " findings";
  }
}
