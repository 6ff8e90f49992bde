package com.policycortex.istio.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
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

/** Turns what fields write into a {@link JsonValue}. */
final class JsonCapture {

  private JsonCapture() {}

  static JsonObject of(Fields fields) {
    try (TokenBuffer buffer = new TokenBuffer(null, false)) {
      JsonGenerator out = buffer;
      new FieldWriter(out).object(fields);
      try (JsonParser tokens = buffer.asParser()) {
        tokens.nextToken();
        return object(tokens);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject object(JsonParser tokens) throws IOException {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    while (tokens.nextToken() != JsonToken.END_OBJECT) {
      String name = tokens.currentName();
      tokens.nextToken();
      fields.put(name, value(tokens));
    }
    return new JsonObject(fields);
  }

  private static JsonValue value(JsonParser tokens) throws IOException {
    JsonToken token = tokens.currentToken();
    return switch (token) {
      case START_OBJECT -> object(tokens);
      case START_ARRAY -> {
        List<JsonValue> values = new ArrayList<>();
        while (tokens.nextToken() != JsonToken.END_ARRAY) {
          values.add(value(tokens));
        }
        yield new JsonArray(values);
      }
      case VALUE_STRING -> JsonValue.of(tokens.getText());
      case VALUE_TRUE, VALUE_FALSE -> JsonValue.of(tokens.getBooleanValue());
      case VALUE_NULL -> JsonNull.NULL;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(tokens.getDecimalValue());
      default -> throw new AssertionError(token);
    };
  }
}
