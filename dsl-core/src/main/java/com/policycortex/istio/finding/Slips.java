package com.policycortex.istio.finding;

import java.util.regex.Pattern;

/** Whether a name that is near to another is no other name, but the same with a slip of the pen. */
final class Slips {

  private static final int SHORTEST_PART = 3;
  private static final Pattern DIGITS = Pattern.compile("[^0-9]");
  private static final Pattern PARTS = Pattern.compile("[-._/]");

  private Slips() {}

  static boolean isSlip(String written, String name) {
    if (!DIGITS.matcher(written).replaceAll("").equals(DIGITS.matcher(name).replaceAll(""))) {
      return false;
    }
    String[] mine = PARTS.split(written, -1);
    String[] its = PARTS.split(name, -1);
    for (int i = 0; mine.length == its.length && i < mine.length; i++) {
      boolean same = mine[i].equalsIgnoreCase(its[i]);
      if (!same
          && (Math.min(mine[i].length(), its[i].length()) < SHORTEST_PART
              || !SpeltName.of(mine[i]).isNear(SpeltName.of(its[i])))) {
        return false;
      }
    }
    return true;
  }
}
