package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.parallel.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All indexes as a few tables: what lies at each key, in the order of {@link Precedence}.
 *
 * <p>A changed copy shares the large tables, which nobody changes after they were built, and has a
 * small one of its own for the keys that changed. When that grows, all become one again.
 */
final class Store {

  private static final int SMALL = 4096;
  private static final int CHUNK = 512;
  private static final int KEYS_OF_A_MANIFEST = 8;
  private static final int TABLES = 8;

  private static final Comparator<Object> ORDER =
      (one, other) -> Precedence.ORDER.compare(source(one), source(other));

  // Each key lies in one of them, by its hash, so that they are built side by side.
  private final List<Table> base;
  private final Map<Key, Object[]> changed;

  private Store(List<Table> base, Map<Key, Object[]> changed) {
    this.base = base;
    this.changed = changed;
  }

  static Store of(List<Manifest> manifests) {
    List<Chunk> indexed = Parallel.shares(manifests, CHUNK, Chunk::of);
    int expected = KEYS_OF_A_MANIFEST * manifests.size() / TABLES;
    List<Table> tables = Parallel.map(TABLES, table -> table(table, indexed, expected));
    return new Store(tables, Map.of());
  }

  private static Table table(int table, List<Chunk> indexed, int expected) {
    Table.Builder builder = new Table.Builder(expected);
    for (Chunk chunk : indexed) {
      List<Key> keys = chunk.keys.get(table);
      List<Object> entries = chunk.entries.get(table);
      for (int i = 0; i < keys.size(); i++) {
        builder.add(keys.get(i), entries.get(i));
      }
    }
    return builder.build(
        entries -> {
          Arrays.sort(entries, ORDER);
          return entries;
        });
  }

  // By the upper bits: a table looks keys up by the lower ones.
  private static int table(Key key) {
    return (key.hashCode() >>> 24) % TABLES;
  }

  private static Object[] get(List<Table> base, Key key) {
    return base.get(table(key)).get(key);
  }

  /** What lies at the key; not to be changed. */
  Object[] get(Key key) {
    Object[] own = changed.get(key);
    return own != null ? own : get(base, key);
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
    return own.size() < SMALL ? new Store(base, own) : new Store(joined(own), Map.of());
  }

  private List<Table> joined(Map<Key, Object[]> own) {
    List<Table> tables = new ArrayList<>();
    for (int i = 0; i < TABLES; i++) {
      Map<Key, Object[]> its = new HashMap<>();
      for (Map.Entry<Key, Object[]> entry : own.entrySet()) {
        if (table(entry.getKey()) == i) {
          its.put(entry.getKey(), entry.getValue());
        }
      }
      tables.add(base.get(i).with(its));
    }
    return List.copyOf(tables);
  }

  private Object[] before(Key key, Map<Key, Object[]> own) {
    Object[] changed = own.get(key);
    return changed != null ? changed : get(base, key);
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
    // Asking for a class takes one look, for an interface it may take many.
    return entry instanceof Manifest manifest ? manifest : ((Derived) entry).manifest();
  }

  /** Where some manifests lie, in their order; made on any thread. */
  private static final class Chunk implements Indexer.Sink {
    // By the table that they are for.
    private final List<List<Key>> keys = lists();
    private final List<List<Object>> entries = lists();

    private static <T> List<List<T>> lists() {
      List<List<T>> lists = new ArrayList<>(TABLES);
      for (int i = 0; i < TABLES; i++) {
        lists.add(new ArrayList<>(CHUNK * KEYS_OF_A_MANIFEST / TABLES));
      }
      return lists;
    }

    static Chunk of(List<? extends Manifest> manifests) {
      Chunk chunk = new Chunk();
      manifests.forEach(manifest -> Indexer.index(manifest, chunk));
      return chunk;
    }

    @Override
    public void put(Key key, Object entry) {
      int table = table(key);
      keys.get(table).add(key);
      entries.get(table).add(entry);
    }
  }
}
