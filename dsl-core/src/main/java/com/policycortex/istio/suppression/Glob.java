package com.policycortex.istio.suppression;

/**
 * A pattern of texts: {@code *} stands for any characters, {@code ?} for one, everything else for
 * itself.
 */
record Glob(String pattern) {

  static final Glob ANY = new Glob("*");

  /** Whether it can stand for more than one text. */
  boolean isWild() {
    return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0;
  }

  boolean matches(String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int behindStar = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        behindStar = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        // The last star takes one more character.
        p = star + 1;
        t = ++behindStar;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
