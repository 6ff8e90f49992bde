package com.policycortex.istio.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes the fields of one object to a Jackson generator. What is absent or empty is left out; maps
 * are written in the order of their keys, so that equal values give equal bytes.
 */
public final class FieldWriter {

  private final JsonGenerator out;

  /**
   * A writer to the given generator.
   *
   * @param out a generator of any format, positioned where a value may be written
   */
  public FieldWriter(JsonGenerator out) {
    this.out = out;
  }

  /** Writes one whole object. */
  public void object(Fields value) {
    write(
        () -> {
          out.writeStartObject();
          value.writeTo(this);
          out.writeEndObject();
        });
  }

  /** A text. */
  public FieldWriter string(String name, String value) {
    return write(() -> out.writeStringField(name, value));
  }

  /** A text, if present. */
  public FieldWriter string(String name, Optional<String> value) {
    value.ifPresent(v -> string(name, v));
    return this;
  }

  /** A truth value, if present. */
  public FieldWriter bool(String name, Optional<Boolean> value) {
    value.ifPresent(v -> write(() -> out.writeBooleanField(name, v)));
    return this;
  }

  /** A truth value. */
  public FieldWriter bool(String name, boolean value) {
    return write(() -> out.writeBooleanField(name, value));
  }

  /** An integer, if present. */
  public FieldWriter int32(String name, Optional<Integer> value) {
    value.ifPresent(v -> int64(name, v));
    return this;
  }

  /** An integer, if present. */
  public FieldWriter int64(String name, Optional<Long> value) {
    value.ifPresent(v -> int64(name, v));
    return this;
  }

  /** An integer. */
  public FieldWriter int64(String name, long value) {
    return write(() -> out.writeNumberField(name, value));
  }

  /** A number, if present; whole numbers are written without a fraction. */
  public FieldWriter number(String name, Optional<Double> value) {
    value.ifPresent(v -> number(name, v));
    return this;
  }

  /** A number; whole numbers are written without a fraction. */
  public FieldWriter number(String name, double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return int64(name, (long) value);
    }
    return write(() -> out.writeNumberField(name, value));
  }

  /** A duration, as {@link Durations#format} writes it, if present. */
  public FieldWriter duration(String name, Optional<Duration> value) {
    value.ifPresent(v -> string(name, Durations.format(v)));
    return this;
  }

  /** An enumeration's constant, if present: its {@code toString} is the text on the wire. */
  public <E extends Enum<E>> FieldWriter enumeration(String name, Optional<E> value) {
    value.ifPresent(v -> string(name, v.toString()));
    return this;
  }

  /** A list of enumeration constants, unless empty. */
  public <E extends Enum<E>> FieldWriter enumerations(String name, List<E> values) {
    return strings(name, values.stream().map(Enum::toString).toList());
  }

  /** A list of texts, unless empty. */
  public FieldWriter strings(String name, Collection<String> values) {
    if (values.isEmpty()) {
      return this;
    }
    return write(
        () -> {
          out.writeArrayFieldStart(name);
          for (String value : values) {
            out.writeString(value);
          }
          out.writeEndArray();
        });
  }

  /** A list of integers, unless empty. */
  public FieldWriter integers(String name, List<? extends Number> values) {
    if (values.isEmpty()) {
      return this;
    }
    return write(
        () -> {
          out.writeArrayFieldStart(name);
          for (Number value : values) {
            out.writeNumber(value.longValue());
          }
          out.writeEndArray();
        });
  }

  /** A map of texts, unless empty. */
  public FieldWriter stringMap(String name, Map<String, String> values) {
    if (values.isEmpty()) {
      return this;
    }
    return write(
        () -> {
          out.writeObjectFieldStart(name);
          for (Map.Entry<String, String> entry : new TreeMap<>(values).entrySet()) {
            out.writeStringField(entry.getKey(), entry.getValue());
          }
          out.writeEndObject();
        });
  }

  /** A map of integers, unless empty. */
  public FieldWriter int64Map(String name, Map<String, Long> values) {
    return values.isEmpty()
        ? this
        : message(name, out -> new TreeMap<>(values).forEach(out::int64));
  }

  /** A message, even when it has no field set ({@code name: {}}). */
  public FieldWriter message(String name, Fields value) {
    return write(
        () -> {
          out.writeFieldName(name);
          object(value);
        });
  }

  /** A message, if present. */
  public FieldWriter message(String name, Optional<? extends Fields> value) {
    value.ifPresent(v -> message(name, v));
    return this;
  }

  /** A list of messages, unless empty. */
  public FieldWriter messages(String name, List<? extends Fields> values) {
    if (values.isEmpty()) {
      return this;
    }
    return write(
        () -> {
          out.writeArrayFieldStart(name);
          for (Fields value : values) {
            object(value);
          }
          out.writeEndArray();
        });
  }

  /** A map of messages, unless empty. */
  public FieldWriter messageMap(String name, Map<String, ? extends Fields> values) {
    if (values.isEmpty()) {
      return this;
    }
    return write(
        () -> {
          out.writeObjectFieldStart(name);
          for (Map.Entry<String, ? extends Fields> entry : new TreeMap<>(values).entrySet()) {
            message(entry.getKey(), entry.getValue());
          }
          out.writeEndObject();
        });
  }

  /** The arm of a oneof beside this object's other fields, if present. */
  public FieldWriter oneof(Optional<? extends Fields> arm) {
    arm.ifPresent(a -> a.writeTo(this));
    return this;
  }

  /** The arm of a oneof beside this object's other fields. */
  public FieldWriter oneof(Fields arm) {
    arm.writeTo(this);
    return this;
  }

  /** Any JSON, if present. */
  public FieldWriter json(String name, Optional<? extends JsonValue> value) {
    value.ifPresent(v -> json(name, v));
    return this;
  }

  /** Any JSON. */
  public FieldWriter json(String name, JsonValue value) {
    return write(
        () -> {
          out.writeFieldName(name);
          value.writeTo(out);
        });
  }

  /** A list of any JSON, unless empty. */
  public FieldWriter jsonList(String name, List<JsonValue> values) {
    return values.isEmpty() ? this : json(name, new JsonValue.JsonArray(values));
  }

  private FieldWriter write(Step step) {
    try {
      step.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Step {
    void run() throws IOException;
  }
}
