package com.policycortex.istio.validation;

import com.policycortex.istio.validation.EnvoyApi.FieldType;
import com.policycortex.istio.validation.EnvoyApi.MessageType;
import com.policycortex.istio.validation.EnvoyApi.Shape;
import com.policycortex.istio.wire.Durations;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonNull;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.JsonValue.JsonString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The value of an EnvoyFilter's patch, read as istiod reads it: by protobuf's JSON in the form of
 * Go's {@code jsonpb}, which also takes names with underscores, numbers as text, and durations with
 * any unit of Go.
 */
final class EnvoyValue {

  private static final String GOOGLE = "google.protobuf.";
  private static final Set<String> WRAPPERS =
      Set.of("Bool", "Bytes", "String", "Int32", "UInt32", "Float", "Int64", "UInt64", "Double");
  private static final Set<String> OTHER_JSON =
      Set.of("Any", "Duration", "Timestamp", "Struct", "Value", "ListValue", "Empty");

  private final EnvoyApi api;
  private final List<Problem> problems = new ArrayList<>();
  private final SortedMap<String, Optional<String>> unknown = new TreeMap<>();
  private final Set<String> untyped = new TreeSet<>();
  private final Deque<Map.Entry<String, MessageType>> around = new ArrayDeque<>();

  /** What does not fit, and where within the value. */
  record Problem(String path, String message) {}

  private EnvoyValue(EnvoyApi api) {
    this.api = api;
  }

  /** Reads a value as a message of that name. */
  static EnvoyValue read(String message, JsonObject value) {
    EnvoyValue read = new EnvoyValue(EnvoyApi.get());
    read.message(message, value, "", true);
    return read;
  }

  /** What istiod cannot read. */
  List<Problem> problems() {
    return problems;
  }

  /** The places of fields that no message has, which do nothing, with what was meant if known. */
  SortedMap<String, Optional<String>> unknown() {
    return unknown;
  }

  /** The places that name an extension, and do not configure it. */
  Set<String> untyped() {
    return untyped;
  }

  /**
   * Reads a message.
   *
   * @param walked whether istiod looks here for extensions without configuration: not within lists,
   *     maps and other extensions
   */
  private void message(String name, JsonValue value, String path, boolean walked) {
    if (name.equals(GOOGLE + "Value") || value == JsonNull.NULL) {
      return;
    }
    if (name.startsWith(GOOGLE) && hasForm(name.substring(GOOGLE.length()), value, path)) {
      return;
    }
    MessageType type = api.message(name);
    if (type == null || !(value instanceof JsonObject object)) {
      problem(path, "an object is wanted: " + name);
      return;
    }
    fields(type, object, path, walked);
  }

  private void fields(MessageType type, JsonObject object, String path, boolean walked) {
    around.push(Map.entry(path, type));
    Set<String> names = new TreeSet<>(object.fields().keySet());
    Map<String, FieldType> lastOfOneof = new HashMap<>();
    for (FieldType field : type.fields()) {
      if (!field.oneof().isEmpty() && value(field, object) != null) {
        lastOfOneof.put(field.oneof(), field);
      }
    }
    boolean wantsConfig = false;
    boolean hasConfig = false;
    for (FieldType field : type.fields()) {
      names.remove(field.name());
      names.remove(field.jsonName());
      JsonValue value = value(field, object);
      // Of a oneof's fields that are set, the last one stays.
      boolean set = value != null && lastOfOneof.getOrDefault(field.oneof(), field).equals(field);
      if (value != null) {
        String inner = path.isEmpty() ? field.name() : path + "." + field.name();
        field(field, value, inner, walked && set);
      } else if (field.shape() == Shape.REQUIRED) {
        problem(path, field.name() + " is needed");
      }
      wantsConfig |= field.jsonName().equals("typedConfig");
      hasConfig |=
          set
              && (field.jsonName().equals("typedConfig")
                  || field.jsonName().equals("configDiscovery"));
    }
    if (walked && wantsConfig && !hasConfig) {
      untyped.add(path);
    }
    for (String name : names) {
      unknown.put(path.isEmpty() ? name : path + "." + name, EnvoyNames.hint(name, around, api));
    }
    around.pop();
  }

  // The name in JSON counts more than the one of protobuf.
  private static @Nullable JsonValue value(FieldType field, JsonObject object) {
    JsonValue value = object.fields().get(field.jsonName());
    value = value == null ? object.fields().get(field.name()) : value;
    return value == JsonNull.NULL && !takesNull(field) ? null : value;
  }

  private static boolean takesNull(FieldType field) {
    return field.shape() == Shape.SINGLE
        && (field.type().equals("m" + GOOGLE + "Value")
            || field.type().equals("e" + GOOGLE + "NullValue"));
  }

  private void field(FieldType field, JsonValue value, String path, boolean walked) {
    if (field.shape() == Shape.LIST) {
      if (value instanceof JsonArray array) {
        for (int i = 0; i < array.values().size(); i++) {
          single(field, array.values().get(i), path + "[" + i + "]", false);
        }
      } else {
        problem(path, "a list is wanted");
      }
    } else if (field.shape() == Shape.MAP) {
      if (value instanceof JsonObject object) {
        for (Map.Entry<String, JsonValue> entry : object.fields().entrySet()) {
          if (!EnvoyScalars.isKey(field.key(), entry.getKey())) {
            problem(path + "." + entry.getKey(), "the key has another type");
          }
          single(field, entry.getValue(), path + "." + entry.getKey(), false);
        }
      } else {
        problem(path, "an object is wanted");
      }
    } else {
      single(field, value, path, walked);
    }
  }

  private void single(FieldType field, JsonValue value, String path, boolean walked) {
    if (field.message().isPresent()) {
      message(field.message().get(), value, path, walked);
      return;
    }
    char type = field.type().charAt(0);
    boolean fits =
        (type == 'e' && value instanceof JsonString text)
            ? api.hasConstant(field.type().substring(1), text.value())
            : EnvoyScalars.fits(type, value);
    if (!fits) {
      problem(
          path,
          type == 'e'
              ? field.type().substring(1) + " has no such constant"
              : EnvoyScalars.name(type) + " is wanted");
    }
  }

  /** Reads a message that has a form of its own in JSON; false if it has none. */
  private boolean hasForm(String name, JsonValue value, String path) {
    switch (name) {
      case "Any" -> any(value, path);
      case "Duration" -> {
        if (!(value instanceof JsonString text) || Durations.parse(text.value()).isEmpty()) {
          problem(path, "a duration is wanted, for example 1.5s");
        }
      }
      case "Timestamp" -> {
        if (!(value instanceof JsonString text) || !Times.isRfc3339(text.value())) {
          problem(path, "a time is wanted, for example 2020-01-31T12:00:00Z");
        }
      }
      case "Struct" -> {
        if (!(value instanceof JsonObject)) {
          problem(path, "an object is wanted");
        }
      }
      case "ListValue" -> {
        if (!(value instanceof JsonArray)) {
          problem(path, "a list is wanted");
        }
      }
      default -> {
        if (!name.endsWith("Value")
            || !WRAPPERS.contains(name.substring(0, name.length() - "Value".length()))) {
          return false;
        }
        char type = wrapped(name);
        if (!EnvoyScalars.fits(type, value)) {
          problem(path, EnvoyScalars.name(type) + " is wanted");
        }
      }
    }
    return true;
  }

  static char wrapped(String wrapper) {
    return switch (wrapper) {
      case "BoolValue" -> 'b';
      case "BytesValue" -> 'y';
      case "StringValue" -> 's';
      case "Int32Value" -> 'i';
      case "UInt32Value" -> 'u';
      case "Int64Value" -> 'l';
      case "UInt64Value" -> 'w';
      case "FloatValue" -> 'f';
      default -> 'd';
    };
  }

  // An extension: the type by its name, and its fields beside that.
  private void any(JsonValue value, String path) {
    if (!(value instanceof JsonObject object)) {
      problem(path, "an object with @type is wanted");
      return;
    }
    JsonValue typeUrl = object.fields().get("@type");
    if (!(typeUrl instanceof JsonString url)) {
      problem(path, "the configuration does not name its type");
      return;
    }
    String name = url.value().substring(url.value().lastIndexOf('/') + 1);
    MessageType type = api.message(name);
    if (type == null) {
      problem(path + ".@type", "istiod knows no type " + Text.quote(url.value()));
      return;
    }
    if (hasOwnJson(name)) {
      JsonValue inner = object.fields().get("value");
      if (inner == null) {
        problem(path, "the field value is missing");
      } else {
        message(name, inner, path + ".value", false);
      }
      return;
    }
    JsonObject rest = JsonValue.object();
    for (Map.Entry<String, JsonValue> entry : object.fields().entrySet()) {
      rest = entry.getKey().equals("@type") ? rest : rest.with(entry.getKey(), entry.getValue());
    }
    fields(type, rest, path, false);
  }

  private static boolean hasOwnJson(String name) {
    if (!name.startsWith(GOOGLE)) {
      return false;
    }
    String simple = name.substring(GOOGLE.length());
    return OTHER_JSON.contains(simple)
        || (simple.endsWith("Value")
            && WRAPPERS.contains(simple.substring(0, simple.length() - "Value".length())));
  }

  private void problem(String path, String message) {
    problems.add(new Problem(path, message));
  }
}
