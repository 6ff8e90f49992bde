package com.policycortex.istio.baseline;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Fingerprint;
import com.policycortex.istio.wire.YamlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The findings that were there on some day, by their {@linkplain Fingerprint fingerprints}, each
 * with how often. A later run reports only what is new.
 */
public final class Baseline {

  /** The form of the file; the number grows when it changes. */
  static final int VERSION = 1;

  private static final String HEADER =
      """
      # The findings that were there when this was written. Others are reported as new.
      # istio lint --write-baseline writes it anew.
      """;

  private final SortedMap<Fingerprint, Integer> counts;
  private final String folder;

  Baseline(SortedMap<Fingerprint, Integer> counts, String folder) {
    this.counts = counts;
    this.folder = folder;
  }

  /**
   * The baseline of these findings.
   *
   * @param folder an absolute path that is no part of the names of files; may be empty
   */
  public static Baseline of(Collection<Finding> findings, String folder) {
    SortedMap<Fingerprint, Integer> counts = new TreeMap<>();
    findings.forEach(finding -> counts.merge(Fingerprint.of(finding, folder), 1, Integer::sum));
    return new Baseline(counts, folder);
  }

  /**
   * Reads a file that {@link #text} wrote.
   *
   * @param file how places name it
   * @param text its text
   * @param folder as in {@link #of}
   */
  public static BaselineRead read(String file, String text, String folder) {
    return BaselineFile.read(file, text, folder);
  }

  /** How many findings it has. */
  public int size() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Says which findings are new. Of several with one fingerprint, as many are known as the baseline
   * has, the first ones.
   */
  public Compared compare(Collection<Finding> findings) {
    Map<Fingerprint, Integer> left = new HashMap<>(counts);
    List<Finding> fresh = new ArrayList<>();
    List<Finding> known = new ArrayList<>();
    for (Finding finding : findings) {
      Fingerprint fingerprint = Fingerprint.of(finding, folder);
      int count = left.getOrDefault(fingerprint, 0);
      if (count > 0) {
        left.put(fingerprint, count - 1);
        known.add(finding);
      } else {
        fresh.add(finding);
      }
    }
    List<Fingerprint> gone = new ArrayList<>();
    for (Fingerprint fingerprint : counts.keySet()) {
      for (int i = left.getOrDefault(fingerprint, 0); i > 0; i--) {
        gone.add(fingerprint);
      }
    }
    return new Compared(fresh, known, gone);
  }

  /** The baseline as a file: YAML in the order of the manifests, one entry a fingerprint. */
  public String text() {
    return HEADER
        + YamlText.of(
            out ->
                out.int64("version", VERSION)
                    .messages(
                        "findings",
                        counts.entrySet().stream()
                            .map(entry -> BaselineFile.fields(entry.getKey(), entry.getValue()))
                            .toList()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Baseline baseline
        && baseline.counts.equals(counts)
        && baseline.folder.equals(folder);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }

  /** {@code 12 findings}. */
  @Override
  public String toString() {
    return size() + (size() == 1 ? " finding" : " findings");
  }
}
