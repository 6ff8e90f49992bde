package com.policycortex.istio.wire;

import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tells which lists and maps a message has without elements, by letting it write itself. */
public final class EmptyFields {

  private EmptyFields() {}

  /**
   * Of the given names those that the message writes as lists or maps and has no elements for.
   *
   * @param message what may have them
   * @param names the names of fields
   */
  public static Set<String> of(Fields message, Set<String> names) {
    Set<String> empty = new TreeSet<>();
    message.writeTo(new FieldWriter(new Nowhere(), new Asked(names, empty)));
    return Collections.unmodifiableSet(empty);
  }

  /** Remembers what the writer asks for, which it does for a list or map without elements. */
  private static final class Asked extends AbstractSet<String> {

    private final Set<String> names;
    private final Set<String> asked;

    Asked(Set<String> names, Set<String> asked) {
      this.names = names;
      this.asked = asked;
    }

    @Override
    public boolean contains(@Nullable Object name) {
      if (name instanceof String text && names.contains(text)) {
        asked.add(text);
        return true;
      }
      return false;
    }

    @Override
    public Iterator<String> iterator() {
      return names.iterator();
    }

    @Override
    public int size() {
      return names.size();
    }
  }

  private static final class Nowhere implements JsonSink {
    @Override
    public void startObject() {}

    @Override
    public void name(String name) {}

    @Override
    public void endObject() {}

    @Override
    public void startArray() {}

    @Override
    public void endArray() {}

    @Override
    public void string(String value) {}

    @Override
    public void number(long value) {}

    @Override
    public void number(String value) {}

    @Override
    public void bool(boolean value) {}

    @Override
    public void nul() {}
  }
}
