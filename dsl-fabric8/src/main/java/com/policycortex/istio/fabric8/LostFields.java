package com.policycortex.istio.fabric8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TreeTraversingParser;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an object of fabric8's model, and puts what its class loses into its {@code
 * additionalProperties}: fields beside a oneof that are unknown, constants that are unknown, empty
 * lists and maps, values of another type.
 *
 * @param setter sets an additional property; empty for a class that has none
 */
record LostFields(Optional<AnnotatedMethod> setter) {

  // The same number is one node as it was read, and another as a field's type writes it.
  private static final Comparator<JsonNode> BY_VALUE =
      (a, b) ->
          a.isNumber() && b.isNumber()
              ? a.decimalValue().compareTo(b.decimalValue())
              : a.equals(b) ? 0 : 1;

  /** Reads as fabric8 does. */
  interface Reading<T> {
    T read(JsonParser parser) throws IOException;
  }

  static LostFields of(JavaType type, DeserializationContext context) {
    return new LostFields(
        context.getConfig().introspect(type).findAnySetterAccessor()
                instanceof AnnotatedMethod method
            ? Optional.of(method)
            : Optional.empty());
  }

  <T> T read(JsonParser parser, Reading<T> reading) throws IOException {
    ObjectMapper mapper = (ObjectMapper) parser.getCodec();
    JsonNode tree = parser.readValueAsTree();
    if (setter.isEmpty() || !(tree instanceof ObjectNode object)) {
      return read(tree, mapper, reading);
    }
    ObjectNode rest = object.deepCopy();
    T value = readable(rest, mapper, reading);
    JsonNode written = mapper.valueToTree(value);
    Set<String> lost = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      JsonNode kept = written.get(field.getKey());
      if (kept == null || !kept.equals(BY_VALUE, field.getValue())) {
        lost.add(field.getKey());
      }
    }
    if (!lost.isEmpty()) {
      // Once more without them: a lost field may have left an arm without a value.
      value = read(rest.remove(lost), mapper, reading);
      for (String field : lost) {
        set(value, field, mapper.treeToValue(object.get(field), Object.class));
      }
    }
    return value;
  }

  /** Reads the object, and takes out of it what cannot be read. */
  private static <T> T readable(ObjectNode object, ObjectMapper mapper, Reading<T> reading)
      throws IOException {
    while (true) {
      try {
        return read(object, mapper, reading);
      } catch (JsonMappingException e) {
        String field = e.getPath().isEmpty() ? "" : e.getPath().get(0).getFieldName();
        if (field == null || object.remove(field) == null) {
          throw e;
        }
      }
    }
  }

  private static <T> T read(JsonNode tree, ObjectMapper mapper, Reading<T> reading)
      throws IOException {
    try (TreeTraversingParser parser = new TreeTraversingParser(tree, mapper)) {
      parser.nextToken();
      return reading.read(parser);
    }
  }

  private void set(Object object, String field, Object value) throws IOException {
    try {
      setter.orElseThrow().callOnWith(object, field, value);
    } catch (Exception e) {
      throw new IOException("cannot keep " + field, e);
    }
  }
}
