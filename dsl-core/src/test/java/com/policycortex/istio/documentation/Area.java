package com.policycortex.istio.documentation;

import java.util.List;

/** What is looked at when a finding is found. */
public enum Area {
  /** The text of a file. */
  FILE("a file"),
  /** A manifest by itself. */
  MANIFEST("one manifest"),
  /** A manifest beside the release of Istio that it is for. */
  TARGET("a manifest for an older release"),
  /** What is between manifests. */
  MESH("a mesh");

  private final String words;

  Area(String words) {
    this.words = words;
  }

  /** What there is to know about each of its findings, beside the severity. */
  public List<String> facts() {
    return this == MESH ? List.of("confidence", "needs", "other tools") : List.of("who");
  }

  /** What is looked at, in words. */
  @Override
  public String toString() {
    return words;
  }
}
