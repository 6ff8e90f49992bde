package com.policycortex.istio.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what somebody meant. */
public final class Suggestions {

  private static final int LONGEST = 100;
  private static final int SHORTEST_PART = 3;
  private static final Pattern DIGITS = Pattern.compile("[^0-9]");
  private static final Pattern PARTS = Pattern.compile("[-._/]");

  private Suggestions() {}

  /**
   * The name that this one means: in snake case, in another case, or with a slip of the pen.
   *
   * @param written what somebody wrote
   * @param names what there is
   * @return the nearest, if it is near
   */
  public static Optional<String> nearest(String written, Collection<String> names) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String bare = bare(written);
    return names.stream()
        .min(Comparator.comparingInt(name -> distance(bare, bare(name))))
        .filter(name -> isNear(written, name));
  }

  /**
   * The name that this one can only mean: the one near name, which differs by a slip of the pen and
   * neither in a digit nor in a whole short part. So {@code v2} is never taken for {@code v1}, nor
   * {@code team-a} for {@code team-b}, and of two names as near neither is.
   *
   * @param written what somebody wrote
   * @param names what there is
   * @return the name, if there is exactly one
   */
  public static Optional<String> slip(String written, Collection<String> names) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    List<String> near =
        names.stream()
            .distinct()
            .filter(name -> name.length() <= LONGEST && !name.equals(written))
            .filter(name -> isNear(written, name))
            .toList();
    return near.size() == 1 && isSlip(written, near.get(0))
        ? Optional.of(near.get(0))
        : Optional.empty();
  }

  // What both end with, such as the domain of a cluster, makes no name nearer.
  private static boolean isNear(String written, String name) {
    String mine = written;
    String its = name;
    int dot = its.lastIndexOf('.');
    while (dot > 0 && mine.length() > its.length() - dot && mine.endsWith(its.substring(dot))) {
      mine = mine.substring(0, mine.length() - (its.length() - dot));
      its = its.substring(0, dot);
      dot = its.lastIndexOf('.');
    }
    return distance(bare(mine), bare(its)) <= Math.max(1, its.length() / 4);
  }

  private static boolean isSlip(String written, String name) {
    if (!DIGITS.matcher(written).replaceAll("").equals(DIGITS.matcher(name).replaceAll(""))) {
      return false;
    }
    String[] mine = PARTS.split(written, -1);
    String[] its = PARTS.split(name, -1);
    for (int i = 0; mine.length == its.length && i < mine.length; i++) {
      boolean same = mine[i].equalsIgnoreCase(its[i]);
      if (!same
          && (Math.min(mine[i].length(), its[i].length()) < SHORTEST_PART
              || !isNear(mine[i], its[i]))) {
        return false;
      }
    }
    return true;
  }

  private static String bare(String name) {
    return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
  }

  // Damerau's distance: two letters in the wrong order are one slip.
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
