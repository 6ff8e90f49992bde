package com.policycortex.istio.validation;

import java.util.Arrays;

/**
 * Entries by a hash, without an object for each: what a rule keeps in mind of many values while it
 * looks at them. An entry is a route and a match within it.
 */
final class HashTable {

  /** No entry. */
  static final int NONE = -1;

  // By the lower bits of the hash, the newest entry and 1; 0 for none.
  private int[] newest = new int[32];
  private int[] older = new int[16];
  private int[] hashes = new int[16];
  private int[] routes = new int[16];
  private int[] matches = new int[16];
  private int mask;
  private int size;

  /** Forgets all entries, and makes ready for so many. */
  void clear(int entries) {
    int buckets = Integer.highestOneBit(Math.max(entries, 8)) << 2;
    if (newest.length < buckets) {
      newest = new int[buckets];
    } else {
      Arrays.fill(newest, 0, buckets, 0);
    }
    mask = buckets - 1;
    size = 0;
  }

  /** How many entries it has room for without growing. */
  int room() {
    return older.length;
  }

  void add(int hash, int route, int match) {
    if (size == older.length) {
      older = Arrays.copyOf(older, 2 * size);
      hashes = Arrays.copyOf(hashes, 2 * size);
      routes = Arrays.copyOf(routes, 2 * size);
      matches = Arrays.copyOf(matches, 2 * size);
    }
    int bucket = bucket(hash);
    older[size] = newest[bucket];
    hashes[size] = hash;
    routes[size] = route;
    matches[size] = match;
    newest[bucket] = ++size;
  }

  /** The newest entry of this hash, or {@link #NONE}. */
  int find(int hash) {
    return withHash(newest[bucket(hash)], hash);
  }

  /** The next older entry of the same hash, or {@link #NONE}. */
  int next(int entry) {
    return withHash(older[entry], hashes[entry]);
  }

  int route(int entry) {
    return routes[entry];
  }

  int match(int entry) {
    return matches[entry];
  }

  private int withHash(int from, int hash) {
    int entry = from - 1;
    while (entry != NONE && hashes[entry] != hash) {
      entry = older[entry] - 1;
    }
    return entry;
  }

  private int bucket(int hash) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ mixed >>> 16) & mask;
  }
}
