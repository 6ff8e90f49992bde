package com.policycortex.istio.yaml;

/** How much is read at most; beyond it there is a finding. */
final class Limits {

  /** The bytes of a file: 64 MiB; a manifest in a cluster has at most 1.5 MiB. */
  static final int BYTES = 64 * 1024 * 1024;

  /**
   * The characters of a line: four million. SnakeYAML's time for one text on one line grows with
   * the square of its length.
   */
  static final int LINE = 4_000_000;

  /** The levels of a document. */
  static final int DEPTH = 100;

  /** The nodes of a document with its aliases written out. */
  static final long NODES = 1_000_000;

  /** The documents of a file. */
  static final int DOCUMENTS = 100_000;

  /** The findings of a file; more of them help nobody. */
  static final int FINDINGS = 1_000;

  private Limits() {}
}
