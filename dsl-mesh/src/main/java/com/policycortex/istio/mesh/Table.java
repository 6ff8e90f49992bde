package com.policycortex.istio.mesh;

import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What lies at each key; nobody changes it after it was built.
 *
 * <p>Keys and entries lie in the order in which they came, so what one manifest is looked up by
 * lies side by side in memory. In a large mesh the way to memory is most of what a look costs.
 */
final class Table {

  private static final Object[] NOTHING = {};
  private static final long POSITION = 0xFFFF_FFFFL;

  private final Key[] keys;
  private final Object[][] entries;
  // Open addressing: the hash in the upper half, one more than the position in the lower.
  private final long[] index;

  private Table(Key[] keys, Object[][] entries, long[] index) {
    this.keys = keys;
    this.entries = entries;
    this.index = index;
  }

  /** What lies at the key, not to be changed; empty if nothing does. */
  Object[] get(Key key) {
    int position = find(key, keys, index);
    return position < 0 ? NOTHING : entries[position];
  }

  /** A copy with these entries in the place of those at their keys; keys of none are left out. */
  Table with(Map<Key, Object[]> changed) {
    Builder builder = new Builder(keys.length + changed.size());
    for (int i = 0; i < keys.length; i++) {
      if (!changed.containsKey(keys[i])) {
        builder.put(keys[i], entries[i]);
      }
    }
    changed.forEach(builder::put);
    return builder.build(UnaryOperator.identity());
  }

  // The position of a key, or -1.
  private static int find(Key key, @Nullable Key[] keys, long[] index) {
    int hash = key.hashCode();
    int mask = index.length - 1;
    for (int at = hash & mask; index[at] != 0; at = (at + 1) & mask) {
      if ((int) (index[at] >>> 32) == hash) {
        int position = (int) (index[at] & POSITION) - 1;
        if (key.equals(keys[position])) {
          return position;
        }
      }
    }
    return -1;
  }

  /** Collects entries by key. */
  static final class Builder {
    private @Nullable Key[] keys;
    private Object[][] entries;
    private int[] counts;
    private long[] index;
    private int size;

    /** A builder that has room for so many keys. */
    Builder(int expected) {
      int capacity = Math.max(16, expected);
      keys = new Key[capacity];
      entries = new Object[capacity][];
      counts = new int[capacity];
      index = new long[Integer.highestOneBit(capacity) * 4];
    }

    /** Adds an entry behind those of the key. */
    void add(Key key, Object entry) {
      int position = find(key, keys, index);
      if (position < 0) {
        put(key, new Object[] {entry});
        return;
      }
      int count = counts[position];
      Object[] own = entries[position];
      if (count == own.length) {
        own = Arrays.copyOf(own, 2 * count);
        entries[position] = own;
      }
      own[count] = entry;
      counts[position] = count + 1;
    }

    private void put(Key key, Object[] own) {
      if (own.length == 0) {
        return;
      }
      if (size == keys.length) {
        grow();
      }
      keys[size] = key;
      entries[size] = own;
      counts[size] = own.length;
      note(key.hashCode(), size++);
    }

    /** The table; each key's entries are put in their order first. */
    Table build(UnaryOperator<Object[]> order) {
      Object[][] ordered = new Object[size][];
      for (int i = 0; i < size; i++) {
        Object[] own = entries[i];
        Object[] exact = own.length == counts[i] ? own : Arrays.copyOf(own, counts[i]);
        ordered[i] = exact.length == 1 ? exact : order.apply(exact);
      }
      return new Table(full(), ordered, index);
    }

    private Key[] full() {
      Key[] all = new Key[size];
      for (int i = 0; i < size; i++) {
        Key key = keys[i];
        if (key == null) {
          throw new IllegalStateException("A key is missing");
        }
        all[i] = key;
      }
      return all;
    }

    private void grow() {
      keys = Arrays.copyOf(keys, 2 * size);
      entries = Arrays.copyOf(entries, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
      if (index.length < 4 * size) {
        index = new long[2 * index.length];
        for (int i = 0; i < size; i++) {
          Key key = keys[i];
          if (key != null) {
            note(key.hashCode(), i);
          }
        }
      }
    }

    private void note(int hash, int position) {
      int mask = index.length - 1;
      int at = hash & mask;
      while (index[at] != 0) {
        at = (at + 1) & mask;
      }
      index[at] = ((long) hash << 32) | (position + 1);
    }
  }
}
