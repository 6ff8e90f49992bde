package com.policycortex.istio.finding;

import java.util.Optional;

/**
 * Which manifest a finding is about.
 *
 * @param kind the manifest's kind, for example {@code VirtualService}; empty where it is not known
 * @param namespace its namespace; empty for a cluster-wide kind or where none is written
 * @param name its name; empty where none is written
 */
public record ResourceId(String kind, Optional<String> namespace, String name) {

  /** The text of reports: {@code VirtualService policycortex/core-api}. */
  @Override
  public String toString() {
    return (kind + " " + namespace.map(n -> n + "/").orElse("") + name).strip();
  }
}
