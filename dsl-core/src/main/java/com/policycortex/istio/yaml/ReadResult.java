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
 * @param halfRead what is left of the manifests with an error, for checks that know what they may
 *     still say
 */
public record ReadResult(
    List<Manifest> manifests,
    List<Finding> findings,
    Map<String, String> sources,
    List<HalfRead> halfRead) {

  /** What was read as a whole. */
  public ReadResult(List<Manifest> manifests, List<Finding> findings, Map<String, String> sources) {
    this(manifests, findings, sources, List.of());
  }

  /** Copies the lists. */
  public ReadResult {
    halfRead = List.copyOf(halfRead);
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

  /**
   * A copy in which a file has another text. The manifests of that file are in the place of those
   * that were there; what was said about files beside each other stays.
   *
   * @param file the file, as {@link #sources} has it
   */
  public ReadResult reread(String file, String text) {
    ReadResult before = ManifestReader.read(file, sources.getOrDefault(file, ""));
    ReadResult after = ManifestReader.read(file, text);
    List<Manifest> all = new ArrayList<>(manifests);
    int first = 0;
    while (first < all.size() && !all.get(first).origin().file().equals(file)) {
      first++;
    }
    all.removeIf(manifest -> manifest.origin().file().equals(file));
    all.addAll(first, after.manifests);
    List<Finding> found = new ArrayList<>(findings);
    found.removeAll(before.findings);
    found.addAll(after.findings);
    Map<String, String> texts = new TreeMap<>(sources);
    texts.put(file, text);
    List<HalfRead> half = new ArrayList<>(halfRead);
    half.removeIf(one -> one.manifest().origin().file().equals(file));
    half.addAll(after.halfRead);
    return new ReadResult(all, found, texts, half);
  }

  /** Several results as one. */
  public static ReadResult join(Collection<ReadResult> results) {
    List<Manifest> manifests = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    Map<String, String> sources = new TreeMap<>();
    List<HalfRead> halfRead = new ArrayList<>();
    for (ReadResult result : results) {
      manifests.addAll(result.manifests);
      findings.addAll(result.findings);
      sources.putAll(result.sources);
      halfRead.addAll(result.halfRead);
    }
    return new ReadResult(manifests, findings, sources, halfRead);
  }

  /** {@code 12 manifests, 3 findings}. */
  @Override
  public String toString() {
    return manifests.size() + " manifests, " + findings.size() + " findings";
  }
}
