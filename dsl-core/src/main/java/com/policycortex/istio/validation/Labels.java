package com.policycortex.istio.validation;

import java.util.Map;

/** Keys and values of labels as Istio judges them. */
final class Labels {

  private static final int NAME = 63;
  private static final int PREFIX = 253;

  private Labels() {}

  static boolean isKey(String key) {
    int slash = key.indexOf('/');
    if (slash >= 0 && (slash > PREFIX || !isPrefix(key, slash))) {
      return false;
    }
    int from = slash + 1;
    return key.length() - from <= NAME && key.length() > from && isName(key, from);
  }

  static boolean isValue(String value) {
    return value.isEmpty() || isName(value, 0);
  }

  /** Adds a finding for each bad key and value. */
  static void check(String field, Map<String, String> labels, Report report) {
    if (labels.isEmpty()) {
      return;
    }
    for (Map.Entry<String, String> label : labels.entrySet()) {
      if (!isKey(label.getKey())) {
        report.add(
            field + "[" + label.getKey() + "]",
            Text.quote(label.getKey()) + " is not a label key",
            "Write letters, digits, '-', '_' and '.', at most 63, with an optional DNS prefix and"
                + " '/' before");
      }
      if (!isValue(label.getValue())) {
        report.add(
            field + "[" + label.getKey() + "]",
            Text.quote(label.getValue()) + " is not a label value",
            "Write letters, digits, '-', '_' and '.', starting and ending with a letter or digit");
      }
    }
  }

  private static boolean isPrefix(String key, int to) {
    int from = 0;
    while (true) {
      int dot = key.indexOf('.', from);
      int end = dot < 0 || dot > to ? to : dot;
      if (end == from || !isDnsShape(key, from, end)) {
        return false;
      }
      if (end == to) {
        return true;
      }
      from = end + 1;
    }
  }

  // A DNS label without the limit of 63: the whole prefix has the limit.
  private static boolean isDnsShape(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean end = i == from || i == to - 1;
      if (!Text.isLetterOrDigit(c) && (end || c != '-')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isName(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean end = i == from || i == text.length() - 1;
      if (!Text.isLetterOrDigit(c) && (end || (c != '-' && c != '_' && c != '.'))) {
        return false;
      }
    }
    return true;
  }
}
