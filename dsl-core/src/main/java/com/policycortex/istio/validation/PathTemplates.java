package com.policycortex.istio.validation;

import org.jspecify.annotations.Nullable;

/** Path templates: {@code {*}} for one part, {@code {**}} for all that follow. */
final class PathTemplates {

  private static final String LITERALS = "-._~%!$&'()+,;:@=";

  private PathTemplates() {}

  /** Null for a good path, else what is wrong with it. */
  static @Nullable String problem(String path) {
    boolean template = path.contains("{*}") || path.contains("{**}");
    int from = 0;
    int to = path.length();
    while (from < to && path.charAt(from) == '/') {
      from++;
    }
    while (to > from && path.charAt(to - 1) == '/') {
      to--;
    }
    boolean rest = false;
    while (true) {
      int slash = path.indexOf('/', from);
      int end = slash < 0 || slash > to ? to : slash;
      String part = path.substring(from, end);
      if (part.equals("{*}") || part.equals("{**}")) {
        if (rest) {
          return "has a template behind {**}";
        }
        rest = part.equals("{**}");
      } else if (part.indexOf('{') >= 0 || part.indexOf('}') >= 0) {
        return "has braces that are neither {*} nor {**}";
      } else if (template && !isLiteral(part)) {
        return "has " + Text.quote(part) + " beside a template";
      }
      if (end >= to) {
        return null;
      }
      from = end + 1;
    }
  }

  private static boolean isLiteral(String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (!Text.isLetterOrDigit(c) && LITERALS.indexOf(c) < 0) {
        return false;
      }
    }
    return !part.isEmpty();
  }
}
