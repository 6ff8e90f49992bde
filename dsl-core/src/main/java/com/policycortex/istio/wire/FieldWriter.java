package com.policycortex.istio.wire;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes the fields of one object. What is absent is left out, and so is a list or map without
 * elements unless its message {@linkplain MessageFields#emptyFields() has it empty}; maps are
 * written in the order of their keys, so that equal values give equal bytes.
 *
 * <p>A writer that wants more than JSON has (which value a field holds, of which type) extends this
 * class: every method ends in one that takes a name and a value that is there.
 */
public class FieldWriter {

  private final JsonSink out;
  // Of the message that is being written: the names of the lists and maps to write though empty.
  private Set<String> emptyFields;

  /**
   * A writer to the given sink.
   *
   * @param out a sink of any format, positioned where a value may be written
   */
  public FieldWriter(JsonSink out) {
    this(out, Set.of());
  }

  FieldWriter(JsonSink out, Set<String> emptyFields) {
    this.out = out;
    this.emptyFields = emptyFields;
  }

  /** Writes one whole object. */
  public void object(Fields value) {
    Set<String> around = emptyFields;
    if (value instanceof MessageFields message) {
      emptyFields = message.emptyFields();
    }
    out.startObject();
    value.writeTo(this);
    out.endObject();
    emptyFields = around;
  }

  private boolean isLeftOut(String name, Collection<?> values) {
    return values.isEmpty() && !emptyFields.contains(name);
  }

  private boolean isLeftOut(String name, Map<String, ?> values) {
    return values.isEmpty() && !emptyFields.contains(name);
  }

  /** A text. */
  public FieldWriter string(String name, String value) {
    out.name(name);
    out.string(value);
    return this;
  }

  /** A text, if present. */
  public FieldWriter string(String name, Optional<String> value) {
    return value.isPresent() ? string(name, value.get()) : this;
  }

  /** A truth value, if present. */
  public FieldWriter bool(String name, Optional<Boolean> value) {
    return value.isPresent() ? bool(name, (boolean) value.get()) : this;
  }

  /** A truth value. */
  public FieldWriter bool(String name, boolean value) {
    out.name(name);
    out.bool(value);
    return this;
  }

  /** An integer, if present. */
  public FieldWriter int32(String name, Optional<Integer> value) {
    return value.isPresent() ? int64(name, value.get().longValue()) : this;
  }

  /** An integer, if present. */
  public FieldWriter int64(String name, Optional<Long> value) {
    return value.isPresent() ? int64(name, value.get().longValue()) : this;
  }

  /** An integer. */
  public FieldWriter int64(String name, long value) {
    out.name(name);
    out.number(value);
    return this;
  }

  /** A number, if present; whole numbers are written without a fraction. */
  public FieldWriter number(String name, Optional<Double> value) {
    return value.isPresent() ? number(name, value.get().doubleValue()) : this;
  }

  /** A number; whole numbers are written without a fraction. */
  public FieldWriter number(String name, double value) {
    if (!Double.isFinite(value)) {
      // As protobuf's JSON writes it; the API server refuses it, which is said elsewhere.
      return string(name, Double.toString(value));
    }
    boolean negativeZero = value == 0 && 1 / value < 0;
    if (value == Math.rint(value) && Math.abs(value) < 1e15 && !negativeZero) {
      return int64(name, (long) value);
    }
    out.name(name);
    out.number(negativeZero ? "-0.0" : BigDecimal.valueOf(value).toString());
    return this;
  }

  /** A duration, as {@link Durations#format} writes it, if present. */
  public FieldWriter duration(String name, Optional<Duration> value) {
    return value.isPresent() ? duration(name, value.get()) : this;
  }

  /** A duration, as {@link Durations#format} writes it. */
  public FieldWriter duration(String name, Duration value) {
    return string(name, Durations.format(value));
  }

  /** An enumeration's constant, if present: its {@code toString} is the text on the wire. */
  public <E extends Enum<E>> FieldWriter enumeration(String name, Optional<E> value) {
    return value.isPresent() ? enumeration(name, value.get()) : this;
  }

  /** An enumeration's constant: its {@code toString} is the text on the wire. */
  public <E extends Enum<E>> FieldWriter enumeration(String name, E value) {
    return string(name, value.toString());
  }

  /** A list of enumeration constants, unless left out. */
  public <E extends Enum<E>> FieldWriter enumerations(String name, List<E> values) {
    return strings(name, values.stream().map(Enum::toString).toList());
  }

  /** A list of texts, unless left out. */
  public FieldWriter strings(String name, Collection<String> values) {
    if (!isLeftOut(name, values)) {
      out.name(name);
      out.startArray();
      for (String value : values) {
        out.string(value);
      }
      out.endArray();
    }
    return this;
  }

  /** A list of integers, unless left out. */
  public FieldWriter integers(String name, List<? extends Number> values) {
    if (!isLeftOut(name, values)) {
      out.name(name);
      out.startArray();
      for (Number value : values) {
        out.number(value.longValue());
      }
      out.endArray();
    }
    return this;
  }

  /** A map of texts, unless left out. */
  public FieldWriter stringMap(String name, Map<String, String> values) {
    if (!isLeftOut(name, values)) {
      out.name(name);
      out.startObject();
      for (Map.Entry<String, ? extends String> entry : sorted(values).entrySet()) {
        string(entry.getKey(), entry.getValue());
      }
      out.endObject();
    }
    return this;
  }

  /** A map of integers, unless left out. */
  public FieldWriter int64Map(String name, Map<String, Long> values) {
    return isLeftOut(name, values)
        ? this
        : message(name, fields -> new TreeMap<>(values).forEach(fields::int64));
  }

  /** A message, even when it has no field set ({@code name: {}}). */
  public FieldWriter message(String name, Fields value) {
    out.name(name);
    object(value);
    return this;
  }

  /** A message, if present. */
  public FieldWriter message(String name, Optional<? extends Fields> value) {
    return value.isPresent() ? message(name, value.get()) : this;
  }

  /** A list of messages, unless left out. */
  public FieldWriter messages(String name, List<? extends Fields> values) {
    if (!isLeftOut(name, values)) {
      out.name(name);
      out.startArray();
      for (Fields value : values) {
        object(value);
      }
      out.endArray();
    }
    return this;
  }

  /** A map of messages, unless left out. */
  public FieldWriter messageMap(String name, Map<String, ? extends Fields> values) {
    if (!isLeftOut(name, values)) {
      out.name(name);
      out.startObject();
      for (Map.Entry<String, ? extends Fields> entry : sorted(values).entrySet()) {
        message(entry.getKey(), entry.getValue());
      }
      out.endObject();
    }
    return this;
  }

  private static <V> Map<String, ? extends V> sorted(Map<String, ? extends V> values) {
    return values.size() == 1 ? values : new TreeMap<>(values);
  }

  /** The arm of a oneof beside this object's other fields, if present. */
  public FieldWriter oneof(Optional<? extends Fields> arm) {
    return arm.isPresent() ? oneof(arm.get()) : this;
  }

  /** The arm of a oneof beside this object's other fields. */
  public FieldWriter oneof(Fields arm) {
    arm.writeTo(this);
    return this;
  }

  /** Any JSON, if present. */
  public FieldWriter json(String name, Optional<? extends JsonValue> value) {
    return value.isPresent() ? json(name, value.get()) : this;
  }

  /** Any JSON. */
  public FieldWriter json(String name, JsonValue value) {
    out.name(name);
    value.writeTo(out);
    return this;
  }

  /** A list of any JSON, unless left out. */
  public FieldWriter jsonList(String name, List<JsonValue> values) {
    return isLeftOut(name, values) ? this : json(name, new JsonValue.JsonArray(values));
  }
}
