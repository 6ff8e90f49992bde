package com.policycortex.istio.finding;

import java.util.List;

/**
 * A change that removes a finding: manifests to put in the place of those of the same identity.
 *
 * @param description what the change does, starting with an imperative
 * @param replacements the changed manifests, and new ones
 * @param removed the manifests to leave out
 */
public record Repair(
    String description, List<? extends Resource> replacements, List<ResourceId> removed) {

  /** Copies the lists. */
  public Repair {
    replacements = List.copyOf(replacements);
    removed = List.copyOf(removed);
  }

  /** A repair that changes or adds one manifest. */
  public static Repair replace(String description, Resource replacement) {
    return new Repair(description, List.of(replacement), List.of());
  }

  /** A repair that leaves one manifest out. */
  public static Repair remove(String description, ResourceId removed) {
    return new Repair(description, List.of(), List.of(removed));
  }

  /** The description. */
  @Override
  public String toString() {
    return description;
  }
}
