package com.policycortex.istio.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Takes everything away from a broken and a repaired manifest that the mistake and its repair do
 * not need, so that a reader sees nothing else.
 */
public final class Reduction {

  // What tells a reader which manifest this is; without these it would not be one.
  private static final Set<String> KEPT =
      Set.of("apiVersion", "kind", "metadata", "name", "namespace", "hosts", "host", "spec");
  private static final Set<String> MENTIONED = Set.of("http", "match");

  private final BiPredicate<JsonNode, JsonNode> shows;
  private JsonNode broken;
  private JsonNode repaired;

  private Reduction(JsonNode broken, JsonNode repaired, BiPredicate<JsonNode, JsonNode> shows) {
    this.broken = broken;
    this.repaired = repaired;
    this.shows = shows;
  }

  /**
   * Reduces an example.
   *
   * @param broken with the mistake
   * @param repaired without it
   * @param shows whether two manifests still show the mistake and its repair
   */
  public static Reduction of(
      JsonNode broken, JsonNode repaired, BiPredicate<JsonNode, JsonNode> shows) {
    Reduction reduction = new Reduction(broken, repaired, shows);
    reduction.run();
    return reduction;
  }

  /** What is left of the broken manifest. */
  public JsonNode broken() {
    return broken;
  }

  /** What is left of the repaired manifest. */
  public JsonNode repaired() {
    return repaired;
  }

  private void run() {
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      List<List<String>> places = new ArrayList<>();
      collect(broken, List.of(), places);
      collect(repaired, List.of(), places);
      for (List<String> place : places) {
        smaller |= tryWithout(place);
      }
    }
  }

  // The largest parts come first; of a list the last element, so that the others keep their places.
  private static void collect(JsonNode node, List<String> at, List<List<String>> places) {
    List<String> names = new ArrayList<>();
    if (node.isObject()) {
      node.fieldNames().forEachRemaining(names::add);
    }
    for (int i = node.isArray() ? node.size() - 1 : -1; i >= 0; i--) {
      names.add(Integer.toString(i));
    }
    for (String name : names) {
      List<String> place = new ArrayList<>(at);
      place.add(name);
      if (!isKept(node, place) && !places.contains(place)) {
        places.add(place);
      }
      collect(child(node, name), place, places);
    }
  }

  private static boolean isKept(JsonNode parent, List<String> place) {
    int last = place.size() - 1;
    String list = last > 0 ? place.get(last - 1) : "";
    boolean lastHost = list.equals("hosts") && parent.size() == 1;
    // The name of a route is only for people, and they see which one it is.
    boolean label = last > 1 && MENTIONED.contains(place.get(last - 2)) && isIndex(list);
    return lastHost || (KEPT.contains(place.get(last)) && !label);
  }

  private boolean tryWithout(List<String> place) {
    JsonNode fewer = without(broken, place);
    JsonNode fewerRepaired = without(repaired, place);
    if (fewer.equals(broken) && fewerRepaired.equals(repaired)) {
      return false;
    }
    if (fewer.equals(fewerRepaired) || !shows.test(fewer, fewerRepaired)) {
      return false;
    }
    broken = fewer;
    repaired = fewerRepaired;
    return true;
  }

  private static JsonNode without(JsonNode node, List<String> place) {
    JsonNode copy = node.deepCopy();
    JsonNode parent = copy;
    for (String name : place.subList(0, place.size() - 1)) {
      parent = child(parent, name);
    }
    String last = place.get(place.size() - 1);
    if (parent instanceof ObjectNode object) {
      object.remove(last);
    } else if (parent instanceof ArrayNode list && isIndex(last)) {
      list.remove(Integer.parseInt(last));
    }
    return copy;
  }

  private static JsonNode child(JsonNode node, String name) {
    return node.isArray() && isIndex(name) ? node.path(Integer.parseInt(name)) : node.path(name);
  }

  private static boolean isIndex(String name) {
    return name.chars().allMatch(Character::isDigit);
  }
}
