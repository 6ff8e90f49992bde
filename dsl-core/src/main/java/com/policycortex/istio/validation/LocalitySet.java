package com.policycortex.istio.validation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Localities in the order in which they are named. Istio looks only backwards: a locality is
 * refused if one before it covers it, not if it covers one before it.
 */
final class LocalitySet {

  /** Sorts so that what covers others comes first. */
  static final Comparator<String> GENERAL_FIRST =
      Comparator.comparingInt(LocalitySet::depth).thenComparing(Comparator.naturalOrder());

  private static final String WHOLE = "*";

  // Region, then zone, then subzones; * stands for all of them.
  private final Map<String, Map<String, Set<String>>> regions = new HashMap<>();
  private boolean everything;

  /** Adds a locality; null, or what is wrong with it. */
  @Nullable String add(String locality) {
    int star = locality.indexOf('*');
    if (star >= 0 && star < locality.length() - 1) {
      return Text.quote(locality) + " has a wildcard that is not at the end";
    }
    if (everything) {
      return Text.quote(locality) + " is covered by *";
    }
    if (locality.equals("*")) {
      everything = true;
      return null;
    }
    String[] parts = locality.split("/", 3);
    for (String part : parts) {
      if (part.isEmpty()) {
        return Text.quote(locality) + " has an empty part";
      }
    }
    return add(locality, parts);
  }

  private @Nullable String add(String locality, String[] parts) {
    Map<String, Set<String>> zones = regions.get(parts[0]);
    String covered = Text.quote(locality) + " is covered by another one before it";
    if (parts.length == 1) {
      if (zones != null) {
        return covered;
      }
      regions.put(parts[0], new HashMap<>(Map.of(WHOLE, Set.of())));
      return null;
    }
    if (zones == null) {
      zones = new HashMap<>();
      regions.put(parts[0], zones);
    }
    if (zones.containsKey(WHOLE)) {
      return covered;
    }
    if (parts.length == 2) {
      if (zones.containsKey(parts[1])) {
        return covered;
      }
      zones.put(parts[1], new HashSet<>(Set.of(WHOLE)));
      return null;
    }
    Set<String> subzones = zones.computeIfAbsent(parts[1], zone -> new HashSet<>());
    if (subzones.contains(WHOLE) || !subzones.add(parts[2])) {
      return covered;
    }
    return null;
  }

  private static int depth(String locality) {
    if (locality.equals("*")) {
      return 0;
    }
    int slashes = 0;
    for (int i = 0; i < locality.length(); i++) {
      slashes += locality.charAt(i) == '/' ? 1 : 0;
    }
    return 2 * slashes + (locality.endsWith("*") ? 1 : 2);
  }
}
