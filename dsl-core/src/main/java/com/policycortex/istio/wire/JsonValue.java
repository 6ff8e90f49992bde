package com.policycortex.istio.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Any JSON, immutable: for fields that the API leaves open (protobuf's {@code Struct}) and for
 * documents of kinds that are not modelled.
 */
public sealed interface JsonValue {

  /** Writes this value where the sink stands. */
  void writeTo(JsonSink out);

  /** A text. */
  static JsonValue of(String value) {
    return new JsonString(value);
  }

  /** A truth value. */
  static JsonValue of(boolean value) {
    return new JsonBoolean(value);
  }

  /** A whole number. */
  static JsonValue of(long value) {
    return new JsonNumber(BigDecimal.valueOf(value));
  }

  /** A number. */
  static JsonValue of(double value) {
    return new JsonNumber(BigDecimal.valueOf(value));
  }

  /** A list. */
  static JsonArray array(JsonValue... values) {
    return new JsonArray(Arrays.asList(values));
  }

  /** A list of texts. */
  static JsonArray array(List<String> values) {
    return new JsonArray(values.stream().map(JsonValue::of).toList());
  }

  /** An object without fields; see {@link JsonObject#with}. */
  static JsonObject object() {
    return JsonObject.EMPTY;
  }

  /** What the fields write, as JSON. */
  static JsonObject of(Fields fields) {
    return JsonCapture.of(fields);
  }

  /**
   * An object. Its fields keep the order in which they were added; the order does not matter to
   * equality.
   *
   * @param fields the fields
   */
  record JsonObject(Map<String, JsonValue> fields) implements JsonValue, Fields {
    private static final JsonObject EMPTY = new JsonObject(Map.of());

    /** Copies the fields. */
    public JsonObject {
      fields = fields instanceof FrozenFields ? fields : new FrozenFields(fields);
    }

    /** With a field added or replaced. */
    public JsonObject with(String name, JsonValue value) {
      return new JsonObject(new FrozenFields(fields, name, value));
    }

    /** With a text added or replaced. */
    public JsonObject with(String name, String value) {
      return with(name, of(value));
    }

    /** With a whole number added or replaced. */
    public JsonObject with(String name, long value) {
      return with(name, of(value));
    }

    /** With a truth value added or replaced. */
    public JsonObject with(String name, boolean value) {
      return with(name, of(value));
    }

    /** The field of that name. */
    public Optional<JsonValue> get(String name) {
      return Optional.ofNullable(fields.get(name));
    }

    @Override
    public void writeTo(JsonSink out) {
      out.startObject();
      for (Map.Entry<String, JsonValue> field : fields.entrySet()) {
        out.name(field.getKey());
        field.getValue().writeTo(out);
      }
      out.endObject();
    }

    @Override
    public void writeTo(FieldWriter out) {
      fields.forEach(out::json);
    }

    @Override
    public String toString() {
      return YamlText.of(this);
    }
  }

  /**
   * A list.
   *
   * @param values the elements
   */
  record JsonArray(List<JsonValue> values) implements JsonValue {
    /** Copies the elements. */
    public JsonArray {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    @Override
    public void writeTo(JsonSink out) {
      out.startArray();
      for (JsonValue value : values) {
        value.writeTo(out);
      }
      out.endArray();
    }
  }

  /**
   * A text.
   *
   * @param value the text
   */
  record JsonString(String value) implements JsonValue {
    @Override
    public void writeTo(JsonSink out) {
      out.string(value);
    }
  }

  /**
   * A number; {@code 1}, {@code 1.0} and {@code 1e0} are equal.
   *
   * @param value the number
   */
  record JsonNumber(BigDecimal value) implements JsonValue {
    private static final int PLAIN_DIGITS = 40;

    /** Takes trailing zeros away, so that equal numbers are equal values. */
    public JsonNumber {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    @Override
    public void writeTo(JsonSink out) {
      boolean plain =
          Math.abs((long) value.precision() - value.scale()) <= PLAIN_DIGITS
              && Math.abs((long) value.scale()) <= PLAIN_DIGITS;
      out.number(plain ? value.toPlainString() : value.toString());
    }
  }

  /**
   * A truth value.
   *
   * @param value the truth value
   */
  record JsonBoolean(boolean value) implements JsonValue {
    @Override
    public void writeTo(JsonSink out) {
      out.bool(value);
    }
  }

  /** {@code null}. */
  enum JsonNull implements JsonValue {
    /** The only null. */
    NULL;

    @Override
    public void writeTo(JsonSink out) {
      out.nul();
    }
  }
}
