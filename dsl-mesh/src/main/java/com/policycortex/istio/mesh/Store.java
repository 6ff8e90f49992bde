package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All indexes as one table: what lies at each key, in the order of {@link Precedence}.
 *
 * <p>A changed copy shares the large table, which nobody changes after it was built, and has a
 * small one of its own for the keys that changed. When that grows, both become one.
 */
final class Store {

  private static final Object[] NOTHING = {};
  private static final int SMALL = 4096;

  private final Map<Key, Object[]> base;
  private final Map<Key, Object[]> changed;

  private Store(Map<Key, Object[]> base, Map<Key, Object[]> changed) {
    this.base = base;
    this.changed = changed;
  }

  static Store of(Collection<? extends Manifest> manifests) {
    Manifest[] sorted = manifests.toArray(Manifest[]::new);
    Arrays.sort(sorted, Precedence.ORDER);
    Map<Key, Group> groups = new HashMap<>(10 * sorted.length + 16);
    for (Manifest manifest : sorted) {
      Indexer.index(
          manifest, (key, entry) -> groups.computeIfAbsent(key, k -> new Group()).add(entry));
    }
    Map<Key, Object[]> base = new HashMap<>(2 * groups.size() + 16);
    groups.forEach((key, group) -> base.put(key, group.trimmed()));
    return new Store(base, Map.of());
  }

  /** What lies at the key; not to be changed. */
  Object[] get(Key key) {
    Object[] own = changed.get(key);
    return own != null ? own : base.getOrDefault(key, NOTHING);
  }

  /** A copy without the first and with the second; the keys that changed are added to the set. */
  Store with(List<? extends Manifest> removed, List<? extends Manifest> added, Set<Key> touched) {
    Map<Key, Object[]> own = new HashMap<>(changed);
    for (Manifest manifest : removed) {
      Indexer.index(
          manifest,
          (key, entry) -> {
            touched.add(key);
            own.put(key, without(own.getOrDefault(key, base.getOrDefault(key, NOTHING)), manifest));
          });
    }
    for (Manifest manifest : added) {
      Indexer.index(
          manifest,
          (key, entry) -> {
            touched.add(key);
            own.put(key, with(own.getOrDefault(key, base.getOrDefault(key, NOTHING)), entry));
          });
    }
    return own.size() < SMALL ? new Store(base, own) : folded(own);
  }

  private Store folded(Map<Key, Object[]> own) {
    Map<Key, Object[]> all = new HashMap<>(base);
    own.forEach(
        (key, entries) -> {
          if (entries.length == 0) {
            all.remove(key);
          } else {
            all.put(key, entries);
          }
        });
    return new Store(all, Map.of());
  }

  // Entries of one manifest lie side by side. Only a few are looked at: of a large group most are
  // in no cache.
  private static Object[] without(Object[] entries, Manifest manifest) {
    int from = position(entries, manifest, false);
    while (from < entries.length
        && source(entries[from]) != manifest
        && Precedence.ORDER.compare(source(entries[from]), manifest) == 0) {
      from++;
    }
    int to = from;
    while (to < entries.length && source(entries[to]) == manifest) {
      to++;
    }
    if (from == to) {
      return entries;
    }
    Object[] left = new Object[entries.length - (to - from)];
    System.arraycopy(entries, 0, left, 0, from);
    System.arraycopy(entries, to, left, from, entries.length - to);
    return left;
  }

  private static Object[] with(Object[] entries, Object entry) {
    int at = position(entries, source(entry), true);
    Object[] more = new Object[entries.length + 1];
    System.arraycopy(entries, 0, more, 0, at);
    more[at] = entry;
    System.arraycopy(entries, at, more, at + 1, entries.length - at);
    return more;
  }

  private static int position(Object[] entries, Manifest manifest, boolean behindEqual) {
    int low = 0;
    int high = entries.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order = Precedence.ORDER.compare(source(entries[middle]), manifest);
      if (order < 0 || (behindEqual && order == 0)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Manifest source(Object entry) {
    return entry instanceof Derived derived ? derived.manifest() : (Manifest) entry;
  }

  private static final class Group {
    private Object[] entries = new Object[1];
    private int size;

    void add(Object entry) {
      if (size == entries.length) {
        entries = Arrays.copyOf(entries, 2 * size);
      }
      entries[size++] = entry;
    }

    Object[] trimmed() {
      return size == entries.length ? entries : Arrays.copyOf(entries, size);
    }
  }
}
