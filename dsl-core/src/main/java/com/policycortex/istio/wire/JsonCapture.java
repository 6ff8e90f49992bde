package com.policycortex.istio.wire;

import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonNull;
import com.policycortex.istio.wire.JsonValue.JsonNumber;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what fields write into a {@link JsonValue}. */
final class JsonCapture implements JsonSink {

  private final Deque<Map<String, JsonValue>> objects = new ArrayDeque<>();
  private final Deque<List<JsonValue>> arrays = new ArrayDeque<>();
  // For each open object or list, innermost first: the name that its own value will have, and
  // whether it is an object.
  private final Deque<Boolean> open = new ArrayDeque<>();
  private final Deque<String> names = new ArrayDeque<>();
  private JsonObject root = JsonValue.object();

  private JsonCapture() {}

  static JsonObject of(Fields fields) {
    JsonCapture capture = new JsonCapture();
    new FieldWriter(capture).object(fields);
    return capture.root;
  }

  @Override
  public void startObject() {
    open.push(true);
    objects.push(new LinkedHashMap<>());
  }

  @Override
  public void name(String name) {
    names.push(name);
  }

  @Override
  public void endObject() {
    open.pop();
    JsonObject object = new JsonObject(objects.pop());
    if (open.isEmpty()) {
      root = object;
    } else {
      add(object);
    }
  }

  @Override
  public void startArray() {
    open.push(false);
    arrays.push(new ArrayList<>());
  }

  @Override
  public void endArray() {
    open.pop();
    add(new JsonArray(arrays.pop()));
  }

  @Override
  public void string(String value) {
    add(JsonValue.of(value));
  }

  @Override
  public void number(long value) {
    add(JsonValue.of(value));
  }

  @Override
  public void number(String value) {
    add(new JsonNumber(new BigDecimal(value)));
  }

  @Override
  public void bool(boolean value) {
    add(JsonValue.of(value));
  }

  @Override
  public void nul() {
    add(JsonNull.NULL);
  }

  private void add(JsonValue value) {
    if (open.getFirst()) {
      objects.getFirst().put(names.pop(), value);
    } else {
      arrays.getFirst().add(value);
    }
  }
}
