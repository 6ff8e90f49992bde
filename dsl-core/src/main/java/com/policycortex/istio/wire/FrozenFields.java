package com.policycortex.istio.wire;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object; nobody can change them, so nobody has to copy them again. */
final class FrozenFields extends AbstractMap<String, JsonValue> {

  private final Map<String, JsonValue> fields;

  FrozenFields(Map<String, JsonValue> fields) {
    this.fields = new LinkedHashMap<>(fields);
  }

  /** With one field added or replaced. */
  FrozenFields(Map<String, JsonValue> fields, String name, JsonValue value) {
    // Room for all at once: objects are built a field at a time.
    this.fields = new LinkedHashMap<>(2 * fields.size() + 2);
    this.fields.putAll(fields);
    this.fields.put(name, value);
  }

  @Override
  public Set<Entry<String, JsonValue>> entrySet() {
    return Collections.unmodifiableMap(fields).entrySet();
  }

  @Override
  public @Nullable JsonValue get(@Nullable Object name) {
    return fields.get(name);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return fields.containsKey(name);
  }
}
