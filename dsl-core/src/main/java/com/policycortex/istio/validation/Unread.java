package com.policycortex.istio.validation;

import java.util.Collection;
import java.util.List;

/**
 * The places of a manifest that could not be read. What a value says is in doubt where one of them
 * lies within it, or it within one of them.
 */
final class Unread {

  static final Unread NOTHING = new Unread(List.of());

  private final List<String> places;

  Unread(Collection<String> paths) {
    this.places = paths.stream().map(Unread::normalized).toList();
  }

  boolean isAnything() {
    return !places.isEmpty();
  }

  boolean touches(String path) {
    if (places.isEmpty()) {
      return false;
    }
    String value = normalized(path);
    for (String place : places) {
      if (isWithin(place, value) || isWithin(value, place)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithin(String inner, String outer) {
    return outer.isEmpty()
        || (inner.startsWith(outer)
            && (inner.length() == outer.length() || inner.charAt(outer.length()) == '.'));
  }

  // Elements of lists and entries of maps stand in brackets, or behind a point.
  private static String normalized(String path) {
    return path.replace("[", ".").replace("]", "");
  }
}
