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

  /** Whether what is said of a field by its path could be other than it seems. */
  boolean mayChange(String path) {
    if (touches(path)) {
      return true;
    }
    String field = normalized(path);
    return isAtTop() || places.stream().anyMatch(place -> parent(place).equals(parent(field)));
  }

  /** Whether a field beside {@code spec} could not be read, which may have been meant for it. */
  boolean isAtTop() {
    return places.stream().anyMatch(place -> place.indexOf('.') < 0);
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
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
