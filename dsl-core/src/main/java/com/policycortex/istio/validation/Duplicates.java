package com.policycortex.istio.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Elements of a list that must differ in something. */
final class Duplicates {

  // Up to here, comparing each with each is quicker than a set, and makes nothing.
  private static final int FEW = 16;

  private Duplicates() {}

  /**
   * Adds a finding for each element that is as one before it.
   *
   * @param key what must differ
   * @param list the list's field
   * @param field what must differ, as a field of the element; empty for the element itself
   * @param message what to say, before the key
   */
  static <T> void check(
      List<T> elements,
      Function<? super T, ?> key,
      String list,
      String field,
      String message,
      Report report) {
    if (elements.size() < 2) {
      return;
    }
    Set<Object> seen = elements.size() > FEW ? new HashSet<>() : Set.of();
    for (int i = 0; i < elements.size(); i++) {
      Object one = key.apply(elements.get(i));
      boolean again = elements.size() > FEW ? !seen.add(one) : isAmong(elements, i, key, one);
      if (again) {
        String where = list + "[" + i + "]" + (field.isEmpty() ? "" : "." + field);
        report.add(where, message + (one instanceof String text ? Text.quote(text) : one));
      }
    }
  }

  private static <T> boolean isAmong(
      List<T> elements, int until, Function<? super T, ?> key, Object searched) {
    for (int i = 0; i < until; i++) {
      if (key.apply(elements.get(i)).equals(searched)) {
        return true;
      }
    }
    return false;
  }
}
