package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * All indexes as one table: what lies at each key, in the order of {@link Precedence}.
 *
 * <p>A changed copy shares the large table, which nobody changes after it was built, and has a
 * small one of its own for the keys that changed. When that grows, both become one.
 */
final class Store {

  private static final int SMALL = 4096;
  private static final int CHUNK = 512;
  private static final int KEYS_OF_A_MANIFEST = 8;

  private static final Comparator<Object> ORDER =
      Comparator.comparing(Store::source, Precedence.ORDER);

  private final Table base;
  private final Map<Key, Object[]> changed;

  private Store(Table base, Map<Key, Object[]> changed) {
    this.base = base;
    this.changed = changed;
  }

  static Store of(List<? extends Manifest> manifests) {
    int chunks = (manifests.size() + CHUNK - 1) / CHUNK;
    List<Chunk> indexed =
        IntStream.range(0, chunks)
            .parallel()
            .mapToObj(
                chunk ->
                    Chunk.of(
                        manifests.subList(
                            chunk * CHUNK, Math.min(manifests.size(), (chunk + 1) * CHUNK))))
            .toList();
    Table.Builder builder = new Table.Builder(KEYS_OF_A_MANIFEST * manifests.size());
    for (Chunk chunk : indexed) {
      for (int i = 0; i < chunk.keys.size(); i++) {
        builder.add(chunk.keys.get(i), chunk.entries.get(i));
      }
    }
    return new Store(
        builder.build(
            entries -> {
              Arrays.sort(entries, ORDER);
              return entries;
            }),
        Map.of());
  }

  /** What lies at the key; not to be changed. */
  Object[] get(Key key) {
    Object[] own = changed.get(key);
    return own != null ? own : base.get(key);
  }

  /** A copy without the first and with the second; the keys that changed are added to the set. */
  Store with(List<? extends Manifest> removed, List<? extends Manifest> added, Set<Key> touched) {
    Map<Key, Object[]> own = new HashMap<>(changed);
    for (Manifest manifest : removed) {
      Indexer.index(
          manifest,
          (key, entry) -> {
            touched.add(key);
            own.put(key, without(before(key, own), manifest));
          });
    }
    for (Manifest manifest : added) {
      Indexer.index(
          manifest,
          (key, entry) -> {
            touched.add(key);
            own.put(key, with(before(key, own), entry));
          });
    }
    return own.size() < SMALL ? new Store(base, own) : new Store(base.with(own), Map.of());
  }

  private Object[] before(Key key, Map<Key, Object[]> own) {
    Object[] changed = own.get(key);
    return changed != null ? changed : base.get(key);
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

  /** Where some manifests lie, in their order; made on any thread. */
  private static final class Chunk implements Indexer.Sink {
    private final List<Key> keys = new ArrayList<>(CHUNK * KEYS_OF_A_MANIFEST);
    private final List<Object> entries = new ArrayList<>(CHUNK * KEYS_OF_A_MANIFEST);

    static Chunk of(List<? extends Manifest> manifests) {
      Chunk chunk = new Chunk();
      manifests.forEach(manifest -> Indexer.index(manifest, chunk));
      return chunk;
    }

    @Override
    public void put(Key key, Object entry) {
      keys.add(key);
      entries.add(entry);
    }
  }
}
