package com.policycortex.istio.yaml;

/** Texts of others in messages: short, and on one line. */
final class Excerpt {

  private static final int LENGTH = 60;

  private Excerpt() {}

  static String of(String text) {
    StringBuilder excerpt = new StringBuilder();
    int end = Math.min(text.length(), LENGTH);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      excerpt.append(Character.isISOControl(c) ? ' ' : c);
    }
    return text.length() > LENGTH ? excerpt.append('…').toString() : excerpt.toString();
  }

  static String quoted(String text) {
    return "\"" + of(text) + "\"";
  }
}
