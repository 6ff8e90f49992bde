package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import java.util.Collection;
import java.util.stream.Collectors;

/** Text for people: lines, and lines below them. */
final class Lines {

  private final StringBuilder text = new StringBuilder();

  Lines add(String line) {
    text.append(text.length() == 0 ? "" : "\n").append(line);
    return this;
  }

  /** A heading with what is below it; nothing if there is nothing. */
  Lines add(String heading, Collection<?> below) {
    if (!below.isEmpty()) {
      add("  " + heading + ":");
      below.forEach(line -> add("    " + line));
    }
    return this;
  }

  static String name(Manifest manifest) {
    String place = manifest.origin().isKnown() ? " (" + manifest.origin() + ")" : "";
    return manifest.resourceId() + place;
  }

  static String joined(Collection<?> all, String none) {
    return all.isEmpty()
        ? none
        : all.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
