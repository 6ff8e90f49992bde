package com.policycortex.istio.yaml;

import org.jspecify.annotations.Nullable;

/** The names of fields that were read before: the same come again and again. For one thread. */
final class KnownNames {

  private static final int SLOTS = 2048;

  private final @Nullable String[] names = new String[SLOTS];

  /** The name that stands there; an empty text where YAML 1.1 takes it for something else. */
  String get(String text, int begin, int end) {
    int hash = 0;
    for (int i = begin; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    String known = names[slot];
    if (known != null
        && known.length() == end - begin
        && text.regionMatches(begin, known, 0, known.length())) {
      return known;
    }
    String name = text.substring(begin, end);
    char first = name.charAt(0);
    if (first == '-' || first == '.' || ScalarType.ofPlain(name) != ScalarType.TEXT) {
      return "";
    }
    names[slot] = name;
    return name;
  }
}
