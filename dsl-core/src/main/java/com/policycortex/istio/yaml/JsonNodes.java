package com.policycortex.istio.yaml;

import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonBoolean;
import com.policycortex.istio.wire.JsonValue.JsonNumber;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.JsonValue.JsonString;
import com.policycortex.istio.yaml.Node.Entry;
import com.policycortex.istio.yaml.Node.Mapping;
import com.policycortex.istio.yaml.Node.Scalar;
import com.policycortex.istio.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON that is no text as a document's tree; its nodes have no place. */
final class JsonNodes {

  private static final int NOWHERE = 0;

  private long nodes;

  private JsonNodes() {}

  /** The tree, within the limits of a document. */
  static Node of(JsonValue value) throws Problem {
    return new JsonNodes().node(value, 0);
  }

  private Node node(JsonValue value, int depth) throws Problem {
    if (depth > Limits.DEPTH) {
      throw limit("more than " + Limits.DEPTH + " levels, one in the other");
    }
    if (++nodes > Limits.NODES) {
      throw limit("more than " + Limits.NODES + " values in one document");
    }
    if (value instanceof JsonObject object) {
      return mapping(object, depth);
    }
    if (value instanceof JsonArray array) {
      List<Node> elements = new ArrayList<>(array.values().size());
      long size = 1;
      for (JsonValue element : array.values()) {
        Node node = node(element, depth + 1);
        elements.add(node);
        size += node.size();
      }
      return new Sequence(elements, NOWHERE, NOWHERE, size);
    }
    return scalar(value);
  }

  private Mapping mapping(JsonObject object, int depth) throws Problem {
    List<Entry> entries = new ArrayList<>(object.fields().size());
    long size = 1;
    for (Map.Entry<String, JsonValue> field : object.fields().entrySet()) {
      Node node = node(field.getValue(), depth + 1);
      entries.add(new Entry(text(field.getKey()), node));
      size += 1 + node.size();
    }
    return new Mapping(List.copyOf(entries), NOWHERE, NOWHERE, size);
  }

  private static Scalar scalar(JsonValue value) throws Problem {
    if (value instanceof JsonString string) {
      return text(string.value());
    }
    if (value instanceof JsonBoolean bool) {
      return plain(String.valueOf(bool.value()));
    }
    return plain(value instanceof JsonNumber number ? digits(number) : "null");
  }

  // As YAML, a longer number is a text.
  private static String digits(JsonNumber number) throws Problem {
    String digits = number.value().toString();
    if (digits.length() > ScalarType.LONGEST_NUMBER) {
      throw limit("a number of more than " + ScalarType.LONGEST_NUMBER + " digits");
    }
    return digits;
  }

  private static Scalar text(String value) {
    return new Scalar(value, false, NOWHERE, NOWHERE);
  }

  private static Scalar plain(String value) {
    return new Scalar(value, true, NOWHERE, NOWHERE);
  }

  private static Problem limit(String message) {
    return new Problem("YAML-LIMIT", message, "make it smaller", NOWHERE, NOWHERE);
  }
}
