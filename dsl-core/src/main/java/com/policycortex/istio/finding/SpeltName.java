package com.policycortex.istio.finding;

import java.util.Locale;

/**
 * A name and how it is spelt: without the signs between its words, and in small letters.
 *
 * @param written the name
 * @param bare what is compared
 * @param letters a bit for each letter that is in it, of those that are alike but for their sixth
 *     bit one
 */
record SpeltName(String written, String bare, long letters) {

  static SpeltName of(String written) {
    String bare = written.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    long letters = 0;
    for (int i = 0; i < bare.length(); i++) {
      letters |= 1L << bare.charAt(i);
    }
    return new SpeltName(written, bare, letters);
  }

  /** How many slips of the pen make another one mean this name at most. */
  int slips() {
    return slips(written);
  }

  private static int slips(String name) {
    return Math.max(1, name.length() / 4);
  }

  /** False if it is plain that more slips lie between them: one changes two letters at most. */
  boolean mayDifferBy(int slips, SpeltName other) {
    return Math.abs(bare.length() - other.bare.length()) <= slips
        && Long.bitCount(letters ^ other.letters) <= 2 * slips;
  }

  /** Whether this one may mean the other: what both end with makes it no nearer. */
  boolean isNear(SpeltName other) {
    String mine = written;
    String its = other.written;
    int dot = its.lastIndexOf('.');
    while (dot > 0 && mine.length() > its.length() - dot && mine.endsWith(its.substring(dot))) {
      mine = mine.substring(0, mine.length() - (its.length() - dot));
      its = its.substring(0, dot);
      dot = its.lastIndexOf('.');
    }
    int most = slips(its);
    return its.length() == other.written.length()
        ? distance(other, most) <= most
        : of(mine).distance(of(its), most) <= most;
  }

  /**
   * How many slips lie between them, by Damerau: two letters in the wrong order are one.
   *
   * @param most more than these are not counted
   */
  int distance(SpeltName other, int most) {
    String a = bare;
    String b = other.bare;
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int here = Math.min(last[j - 1] + change, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          here = Math.min(here, before[j - 2] + 1);
        }
        row[j] = here;
        least = Math.min(least, here);
      }
      if (least > most) { // what follows has no less: two letters in the wrong order cost one too
        return least;
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
