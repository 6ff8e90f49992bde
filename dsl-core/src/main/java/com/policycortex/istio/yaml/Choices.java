package com.policycortex.istio.yaml;

import java.util.Collection;

/** Lists of what could be written, for hints. */
final class Choices {

  private static final int MOST = 24;

  private Choices() {}

  static String of(String lead, Collection<String> names) {
    if (names.isEmpty()) {
      return "remove it";
    }
    String listed = String.join(", ", names.stream().limit(MOST).toList());
    return lead + listed + (names.size() > MOST ? ", …" : "");
  }
}
