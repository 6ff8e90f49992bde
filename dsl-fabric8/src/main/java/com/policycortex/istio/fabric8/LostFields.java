package com.policycortex.istio.fabric8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TreeTraversingParser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an object of fabric8's model, and puts what its class loses into its {@code
 * additionalProperties}: fields beside a oneof that are unknown, constants that are unknown, empty
 * lists and maps.
 *
 * @param setter sets an additional property; empty for a class that has none
 */
record LostFields(Optional<AnnotatedMethod> setter) {

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
    T value = read(tree, mapper, reading);
    if (setter.isEmpty() || !(tree instanceof ObjectNode object)) {
      return value;
    }
    JsonNode written = mapper.valueToTree(value);
    List<String> lost =
        object.properties().stream()
            .map(Map.Entry::getKey)
            .filter(field -> !written.has(field))
            .toList();
    if (lost.isEmpty()) {
      return value;
    }
    // Once more without them: a lost field may have left an arm without a value.
    T rest = read(object.deepCopy().remove(lost), mapper, reading);
    for (String field : lost) {
      set(rest, field, mapper.treeToValue(object.get(field), Object.class));
    }
    return rest;
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
