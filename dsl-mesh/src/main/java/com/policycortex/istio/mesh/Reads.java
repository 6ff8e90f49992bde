package com.policycortex.istio.mesh;

import java.util.Arrays;

/**
 * Which places of the indexes somebody read, as a set of hashes. Two places of one hash are taken
 * for one: then something is looked at once more than it had to be.
 */
public final class Reads {

  private static final int SMALL = 64;

  private int[] slots = new int[SMALL];
  private int size;
  private boolean zero;

  /** Nothing was read yet. */
  public Reads() {}

  void add(int hash) {
    if (hash == 0) {
      zero = true;
    } else if (put(slots, hash)) {
      size++;
      if (2 * size > slots.length) {
        grow();
      }
    }
  }

  /** True if this place, or one of the same hash, was read. */
  public boolean contains(int hash) {
    if (hash == 0) {
      return zero;
    }
    int mask = slots.length - 1;
    int at = hash & mask;
    while (slots[at] != 0) {
      if (slots[at] == hash) {
        return true;
      }
      at = (at + 1) & mask;
    }
    return false;
  }

  /** Adds what was read elsewhere. */
  void addAll(Reads others) {
    for (int hash : others.slots) {
      if (hash != 0) {
        add(hash);
      }
    }
    zero |= others.zero;
  }

  /** The hashes in no order. */
  public int[] toArray() {
    int[] hashes = new int[size + (zero ? 1 : 0)];
    int next = 0;
    for (int hash : slots) {
      if (hash != 0) {
        hashes[next++] = hash;
      }
    }
    return hashes;
  }

  /** Forgets everything. */
  public void clear() {
    if (slots.length > 16 * SMALL) {
      slots = new int[SMALL];
    } else {
      Arrays.fill(slots, 0);
    }
    size = 0;
    zero = false;
  }

  private void grow() {
    int[] larger = new int[2 * slots.length];
    for (int hash : slots) {
      if (hash != 0) {
        put(larger, hash);
      }
    }
    slots = larger;
  }

  private static boolean put(int[] slots, int hash) {
    int mask = slots.length - 1;
    int at = hash & mask;
    while (slots[at] != 0) {
      if (slots[at] == hash) {
        return false;
      }
      at = (at + 1) & mask;
    }
    slots[at] = hash;
    return true;
  }
}
