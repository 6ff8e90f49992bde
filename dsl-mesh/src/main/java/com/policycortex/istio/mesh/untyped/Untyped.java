package com.policycortex.istio.mesh.untyped;

import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonBoolean;
import com.policycortex.istio.wire.JsonValue.JsonNumber;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.JsonValue.JsonString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fields of a document of a kind that the model does not know. What is of another type is absent.
 */
public final class Untyped {

  private Untyped() {}

  /** The object at a field; empty without it. */
  public static JsonObject object(JsonObject in, String field) {
    return in.fields().get(field) instanceof JsonObject object ? object : JsonValue.object();
  }

  /** The objects of the list at a field, each at its place; what is no object there is empty. */
  public static List<JsonObject> objects(JsonObject in, String field) {
    return in.fields().get(field) instanceof JsonArray array
        ? array.values().stream()
            .map(value -> value instanceof JsonObject object ? object : JsonValue.object())
            .toList()
        : List.of();
  }

  /** The text at a field. */
  public static Optional<String> text(JsonObject in, String field) {
    return in.fields().get(field) instanceof JsonString text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  /** The texts of the list at a field. */
  public static List<String> texts(JsonObject in, String field) {
    return in.fields().get(field) instanceof JsonArray array
        ? array.values().stream()
            .filter(JsonString.class::isInstance)
            .map(value -> ((JsonString) value).value())
            .toList()
        : List.of();
  }

  /** The whole number at a field. */
  public static Optional<Long> number(JsonObject in, String field) {
    return in.fields().get(field) instanceof JsonNumber number && number.value().scale() <= 0
        ? Optional.of(number.value().longValue())
        : Optional.empty();
  }

  /** The truth value at a field. */
  public static Optional<Boolean> bool(JsonObject in, String field) {
    return in.fields().get(field) instanceof JsonBoolean bool
        ? Optional.of(bool.value())
        : Optional.empty();
  }

  /** The texts by name of the object at a field. */
  public static Map<String, String> textMap(JsonObject in, String field) {
    Map<String, String> map = new TreeMap<>();
    object(in, field)
        .fields()
        .forEach(
            (name, value) -> {
              if (value instanceof JsonString text) {
                map.put(name, text.value());
              }
            });
    return map;
  }
}
