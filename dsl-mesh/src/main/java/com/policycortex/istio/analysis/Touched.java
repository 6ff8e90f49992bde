package com.policycortex.istio.analysis;

import com.policycortex.istio.mesh.Reads;
import java.util.BitSet;

/** Tells fast whether something that was read has changed. Almost all has not. */
final class Touched {

  private static final int MASK = (1 << 16) - 1;

  private final Reads changes;
  private final BitSet maybe = new BitSet(MASK + 1);

  Touched(Reads changes) {
    this.changes = changes;
    for (int hash : changes.toArray()) {
      maybe.set(hash & MASK);
    }
  }

  boolean any(int[] reads) {
    for (int hash : reads) {
      if (maybe.get(hash & MASK) && changes.contains(hash)) {
        return true;
      }
    }
    return false;
  }
}
