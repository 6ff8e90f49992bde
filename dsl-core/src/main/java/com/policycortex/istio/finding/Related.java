package com.policycortex.istio.finding;

/**
 * Another manifest that a finding involves.
 *
 * @param resource the manifest
 * @param path the field within it; empty where the whole manifest is meant
 * @param role what it has to do with the finding, for example {@code this rule matches first}
 * @param origin where it was written
 */
public record Related(ResourceId resource, String path, String role, Origin origin) {

  /** {@code VirtualService shop/reviews spec.http[0]: this rule matches first (mesh.yaml:12:5)}. */
  @Override
  public String toString() {
    String subject = (resource + " " + path).strip();
    boolean placed = origin.isKnown() || !origin.file().isEmpty();
    return subject + ": " + role + (placed ? " (" + origin + ")" : "");
  }
}
