package com.policycortex.istio.finding;

import java.util.List;

/**
 * A change that removes a finding: manifests to put in the place of those of the same identity.
 *
 * <p>A repair is safe if nothing that works is changed by it: it writes what happens already in
 * another way, leaves out what is never used, or names what a name that leads nowhere can only have
 * meant. Any other one is for somebody to decide, who knows what is wanted: it makes requests that
 * are answered now be answered in another way, or changes who may do what. It says which.
 *
 * @param description what the change does, starting with an imperative
 * @param replacements the changed manifests, and new ones
 * @param removed the manifests to leave out
 * @param changes what it changes for traffic, as a half sentence; empty for a safe repair
 */
public record Repair(
    String description,
    List<? extends Resource> replacements,
    List<ResourceId> removed,
    String changes) {

  /** Copies the lists. */
  public Repair {
    replacements = List.copyOf(replacements);
    removed = List.copyOf(removed);
  }

  /** A safe repair. */
  public Repair(
      String description, List<? extends Resource> replacements, List<ResourceId> removed) {
    this(description, replacements, removed, "");
  }

  /** A repair that changes or adds one manifest. It is safe unless it is said otherwise. */
  public static Repair replace(String description, Resource replacement) {
    return new Repair(description, List.of(replacement), List.of());
  }

  /** A repair that leaves one manifest out. It is safe unless it is said otherwise. */
  public static Repair remove(String description, ResourceId removed) {
    return new Repair(description, List.of(), List.of(removed));
  }

  /** A copy that says what it {@link #changes changes for traffic}, and so is not safe. */
  public Repair changes(String what) {
    return new Repair(description, replacements, removed, what);
  }

  /** Whether nothing that works is changed. */
  public boolean isSafe() {
    return changes.isEmpty();
  }

  /** The description, with what it changes for traffic. */
  @Override
  public String toString() {
    return isSafe() ? description : description + "; it changes traffic: " + changes;
  }
}
