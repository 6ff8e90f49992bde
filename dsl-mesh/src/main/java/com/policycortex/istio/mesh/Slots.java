package com.policycortex.istio.mesh;

import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.model.Manifest;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The manifests of a mesh at numbered places, in the order in which they were given. A changed copy
 * keeps the places: a manifest takes the place of the one that it replaces, a new one comes to the
 * end, and what is removed leaves its place empty. So two copies of one mesh are compared place by
 * place.
 */
public final class Slots {

  private static final int SMALL = 4096;
  private static final int NOWHERE = -1;

  private final Object lineage;
  private final @Nullable Manifest[] places;
  private final int used;
  private final Map<Key, Integer> base;
  private final Map<Key, Integer> changed;

  private Slots(
      Object lineage,
      @Nullable Manifest[] places,
      int used,
      Map<Key, Integer> base,
      Map<Key, Integer> changed) {
    this.lineage = lineage;
    this.places = places;
    this.used = used;
    this.base = base;
    this.changed = changed;
  }

  static Slots of(Collection<? extends Manifest> manifests, List<Manifest> replaced) {
    @Nullable Manifest[] places = new Manifest[manifests.size()];
    Map<Key, Integer> positions = new HashMap<>(2 * manifests.size());
    int size = 0;
    for (Manifest manifest : manifests) {
      Integer before =
          manifest.name().isEmpty()
              ? null // generateName: the cluster makes the name
              : positions.putIfAbsent(Indexer.identity(manifest), size);
      if (before == null) {
        places[size++] = manifest;
      } else {
        Manifest earlier = places[before];
        if (earlier != null) {
          replaced.add(earlier);
        }
        places[before] = manifest;
      }
    }
    return new Slots(new Object(), Arrays.copyOf(places, size), size, positions, Map.of());
  }

  /** How many places there are, empty ones too. */
  public int count() {
    return places.length;
  }

  /** The manifest at a place; absent if the place is empty. */
  public Optional<Manifest> at(int place) {
    return Optional.ofNullable(places[place]);
  }

  /**
   * True if places mean the same in both: one is a changed copy of the other, or of a common one.
   */
  public boolean comparable(Slots other) {
    return lineage == other.lineage;
  }

  /** True if both have the same manifest at the place. */
  public boolean same(Slots other, int place) {
    return place < places.length
        && place < other.places.length
        && places[place] == other.places[place];
  }

  int size() {
    return used;
  }

  List<Manifest> list() {
    if (used < places.length) {
      return Arrays.stream(places).filter(manifest -> manifest != null).toList();
    }
    return new AbstractList<>() {
      @Override
      public Manifest get(int index) {
        Manifest manifest = places[index];
        if (manifest == null) {
          throw new IllegalStateException("A full table has an empty place");
        }
        return manifest;
      }

      @Override
      public int size() {
        return places.length;
      }
    };
  }

  /** A changed copy; what goes and what comes is added to the lists. */
  Slots changed(
      Collection<ResourceId> removedIds,
      Collection<? extends Manifest> added,
      List<Manifest> gone,
      List<Manifest> come) {
    @Nullable Manifest[] next = Arrays.copyOf(places, places.length + added.size());
    Map<Key, Integer> positions = new HashMap<>(changed);
    int end = places.length;
    for (ResourceId id : removedIds) {
      for (int place : placesOf(id, positions, next)) {
        Manifest before = next[place];
        if (before != null) {
          gone.add(before);
          next[place] = null;
          positions.put(Indexer.identity(before), NOWHERE);
        }
      }
    }
    for (Manifest manifest : added) {
      Key key = Indexer.identity(manifest);
      int place = manifest.name().isEmpty() ? NOWHERE : place(key, positions);
      if (place == NOWHERE) {
        place = end++;
        if (!manifest.name().isEmpty()) {
          positions.put(key, place);
        }
      }
      Manifest before = next[place];
      if (before == manifest) {
        continue;
      }
      if (before != null && !come.removeIf(other -> other == before)) {
        gone.add(before);
      }
      next[place] = manifest;
      come.add(manifest);
    }
    boolean small = positions.size() < SMALL;
    Map<Key, Integer> all = small ? base : new HashMap<>(base);
    if (!small) {
      all.putAll(positions);
    }
    return new Slots(
        lineage,
        end == next.length ? next : Arrays.copyOf(next, end),
        used - gone.size() + come.size(),
        all,
        small ? positions : Map.of());
  }

  private int place(Key key, Map<Key, Integer> positions) {
    Integer own = positions.get(key);
    return own != null ? own : base.getOrDefault(key, NOWHERE);
  }

  // A ResourceId knows no group: for a kind outside the model all manifests are looked at.
  private List<Integer> placesOf(
      ResourceId id, Map<Key, Integer> positions, @Nullable Manifest[] next) {
    for (String namespace : List.of(id.namespace().orElse(Names.DEFAULT_NAMESPACE), "")) {
      int place = place(new Key(Index.IDENTITY, id.kind(), namespace, id.name()), positions);
      if (place != NOWHERE) {
        return List.of(place);
      }
    }
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < next.length; i++) {
      Manifest manifest = next[i];
      if (manifest != null && manifest.name().equals(id.name()) && names(id, manifest)) {
        found.add(i);
      }
    }
    return found;
  }

  private static boolean names(ResourceId id, Manifest manifest) {
    return manifest.kind().name().equals(id.kind())
        && (manifest.namespace().equals(id.namespace())
            || Names.namespace(manifest).equals(id.namespace().orElse(Names.DEFAULT_NAMESPACE)));
  }
}
