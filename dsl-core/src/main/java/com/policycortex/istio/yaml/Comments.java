package com.policycortex.istio.yaml;

import java.util.ArrayList;
import java.util.List;

/** The comments of a text, by its looks: what stands in quotes or in a block may count as one. */
final class Comments {

  private Comments() {}

  static boolean areKept(String before, String after) {
    List<String> left = of(after);
    return of(before).stream().allMatch(left::remove);
  }

  private static List<String> of(String text) {
    List<String> comments = new ArrayList<>();
    for (String line : text.lines().toList()) {
      int at = line.indexOf('#');
      while (at > 0 && !Character.isWhitespace(line.charAt(at - 1))) {
        at = line.indexOf('#', at + 1);
      }
      if (at >= 0) {
        comments.add(line.substring(at).stripTrailing());
      }
    }
    return comments;
  }
}
