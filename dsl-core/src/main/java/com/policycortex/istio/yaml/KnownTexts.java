package com.policycortex.istio.yaml;

import org.jspecify.annotations.Nullable;

/**
 * The names of fields and the short values that were read before: in a mesh the same come again and
 * again, so each is kept once. For one thread.
 */
final class KnownTexts {

  private static final int LEAST_SLOTS = 64;
  private static final int MOST_SLOTS = 4096;
  private static final int CHARACTERS_OF_SLOT = 64;
  private static final int LONGEST_VALUE = 80;

  private final @Nullable String[] names;
  private final @Nullable String[] values;

  /** For a text of so many characters. */
  KnownTexts(int characters) {
    int slots = LEAST_SLOTS;
    while (slots < MOST_SLOTS && slots * CHARACTERS_OF_SLOT < characters) {
      slots *= 2;
    }
    names = new String[slots];
    values = new String[slots];
  }

  /** The name that stands there; an empty text where YAML 1.1 takes it for something else. */
  String name(String text, int begin, int end) {
    int slot = slot(text, begin, end, names.length);
    String known = names[slot];
    if (known != null && isThere(known, text, begin, end)) {
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

  /** The text that stands there. */
  String value(String text, int begin, int end) {
    if (end - begin > LONGEST_VALUE) {
      return text.substring(begin, end);
    }
    int slot = slot(text, begin, end, values.length);
    String known = values[slot];
    if (known != null && isThere(known, text, begin, end)) {
      return known;
    }
    String value = text.substring(begin, end);
    values[slot] = value;
    return value;
  }

  private static int slot(String text, int begin, int end, int slots) {
    int hash = 0;
    for (int i = begin; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return (hash ^ (hash >>> 15)) & (slots - 1);
  }

  private static boolean isThere(String known, String text, int begin, int end) {
    return known.length() == end - begin && text.startsWith(known, begin);
  }
}
