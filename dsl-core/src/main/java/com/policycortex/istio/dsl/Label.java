package com.policycortex.istio.dsl;

import java.util.Map;
import java.util.TreeMap;

/**
 * A Kubernetes label.
 *
 * @param key for example {@code version}
 * @param value for example {@code v1}
 */
public record Label(String key, String value) {

  /** The label {@code key=value}. */
  public static Label label(String key, String value) {
    return new Label(key, value);
  }

  /** Labels as the map that selectors take, sorted by key; the last of equal keys wins. */
  static Map<String, String> map(Iterable<Label> labels) {
    Map<String, String> map = new TreeMap<>();
    labels.forEach(label -> map.put(label.key(), label.value()));
    return map;
  }

  /** {@code version=v1}. */
  @Override
  public String toString() {
    return key + "=" + value;
  }
}
