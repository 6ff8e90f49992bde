package com.policycortex.istio.yaml;

import com.policycortex.istio.yaml.Node.Entry;
import com.policycortex.istio.yaml.Node.Mapping;
import com.policycortex.istio.yaml.Node.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object, those that it takes from others included. What stands later decides, as
 * to kubectl: a name behind {@code <<} replaces what came from there, and {@code <<} behind a name
 * replaces what is written.
 */
final class MappingFields {

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  // The names in the object itself, as soon as there are others.
  private @Nullable Map<String, Scalar> written;
  // Those whose values come from elsewhere.
  private final Set<String> merged = new HashSet<>();

  /** Adds a field that is written there; returns where its name stands already. */
  Optional<Scalar> put(Scalar name, Node value) {
    Entry entry = new Entry(name, value);
    if (written == null) {
      return Optional.ofNullable(entries.putIfAbsent(name.value(), entry)).map(Entry::key);
    }
    @Nullable Scalar first = written.putIfAbsent(name.value(), name);
    if (first == null) {
      entries.put(name.value(), entry);
      merged.remove(name.value());
    }
    return Optional.ofNullable(first);
  }

  /** Takes the fields of another object; returns the written names whose values they replace. */
  List<Scalar> merge(Mapping other) {
    if (written == null) {
      written = new HashMap<>();
      for (Entry entry : entries.values()) {
        written.put(entry.name(), entry.key());
      }
    }
    List<Scalar> replaced = new ArrayList<>();
    for (Entry entry : other.entries()) {
      String name = entry.name();
      entries.put(name, entry);
      @Nullable Scalar own = written.get(name);
      if (merged.add(name) && own != null) {
        replaced.add(own);
      }
    }
    return replaced;
  }

  List<Entry> entries() {
    return List.copyOf(entries.values());
  }
}
