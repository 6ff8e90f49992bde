package com.policycortex.istio.fabric8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonNull;
import com.policycortex.istio.wire.JsonValue.JsonNumber;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as a value, with what is odd about it.
 *
 * @param root the value
 * @param oddities what is odd about it, in the order of the text
 */
record JsonTree(JsonObject root, List<Oddity> oddities) {

  /** The names of fields that hold the arm of a oneof begin so; see {@link OneofIntrospector}. */
  static final String ONEOF = "oneof ";

  /** In which way a place is odd. */
  enum Sort {
    /** A name stands twice in an object; the first was taken. */
    TWICE,
    /** A oneof has an arm without a value. */
    ARM_WITHOUT_VALUE,
    /** A oneof has no arm, and nothing stands beside it. */
    EMPTY_ONEOF
  }

  /**
   * Something odd.
   *
   * @param sort in which way
   * @param path the field
   * @param oneof the oneof's name; empty if it is about none
   */
  record Oddity(Sort sort, String path, String oneof) {}

  private static final JsonFactory FACTORY = new JsonFactory();

  /** Parses an object, written by Jackson. */
  static JsonTree parse(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      List<Oddity> oddities = new ArrayList<>();
      JsonObject root = object(parser, "", oddities);
      return new JsonTree(root, List.copyOf(oddities));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonValue value(JsonParser parser, String path, List<Oddity> oddities)
      throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(parser, path, oddities);
      case START_ARRAY -> array(parser, path, oddities);
      case VALUE_STRING -> JsonValue.of(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getDecimalValue());
      case VALUE_TRUE -> JsonValue.of(true);
      case VALUE_FALSE -> JsonValue.of(false);
      case VALUE_NULL -> JsonNull.NULL;
      default -> throw new IOException("JSON has no value " + token);
    };
  }

  private static JsonArray array(JsonParser parser, String path, List<Oddity> oddities)
      throws IOException {
    List<JsonValue> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser, path + "[" + values.size() + "]", oddities));
    }
    return new JsonArray(values);
  }

  private static JsonObject object(JsonParser parser, String path, List<Oddity> oddities)
      throws IOException {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    String emptyOneof = "";
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (!name.startsWith(ONEOF)) {
        String inner = inner(path, name);
        add(fields, name, value(parser, inner, oddities), inner, oddities);
        continue;
      }
      String oneof = name.substring(ONEOF.length());
      if (parser.currentToken() == JsonToken.VALUE_NULL) {
        emptyOneof = oneof;
        continue;
      }
      // The arm's fields stand beside the others.
      JsonObject arm = object(parser, path, oddities);
      if (arm.fields().isEmpty()) {
        oddities.add(new Oddity(Sort.ARM_WITHOUT_VALUE, path, oneof));
      }
      arm.fields()
          .forEach((field, value) -> add(fields, field, value, inner(path, field), oddities));
    }
    if (!emptyOneof.isEmpty() && fields.isEmpty()) {
      oddities.add(new Oddity(Sort.EMPTY_ONEOF, path, emptyOneof));
    }
    return new JsonObject(fields);
  }

  private static void add(
      Map<String, JsonValue> fields,
      String name,
      JsonValue value,
      String path,
      List<Oddity> oddities) {
    if (fields.putIfAbsent(name, value) != null) {
      oddities.add(new Oddity(Sort.TWICE, path, ""));
    }
  }

  private static String inner(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
