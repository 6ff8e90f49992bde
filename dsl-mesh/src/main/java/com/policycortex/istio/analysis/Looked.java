package com.policycortex.istio.analysis;

import com.policycortex.istio.finding.Finding;
import java.util.List;

/** What came of looking at one manifest. */
final class Looked {

  static final Looked NOTHING = new Looked(List.of(), new int[0]);

  private final List<Finding> findings;
  private final int[] reads;

  Looked(List<Finding> findings, int[] reads) {
    this.findings = findings;
    this.reads = reads;
  }

  /** What was found. */
  List<Finding> findings() {
    return findings;
  }

  /** The hashes of what was read of the mesh to find it; not to be changed. */
  int[] reads() {
    return reads;
  }
}
