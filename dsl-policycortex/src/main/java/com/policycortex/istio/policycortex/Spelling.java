package com.policycortex.istio.policycortex;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant. */
final class Spelling {

  private static final int MAXIMUM_LENGTH = 100;

  private Spelling() {}

  /** The candidate that differs in the fewest letters, if it is at most a third of them. */
  static Optional<String> nearest(String written, Collection<String> candidates) {
    if (written.length() > MAXIMUM_LENGTH) {
      return Optional.empty();
    }
    return candidates.stream()
        .min(Comparator.comparingInt(candidate -> distance(written, candidate)))
        .filter(candidate -> 3 * distance(written, candidate) <= candidate.length());
  }

  private static int distance(String written, String candidate) {
    String a = written.toLowerCase(Locale.ROOT);
    String b = candidate.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
