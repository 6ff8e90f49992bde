package com.policycortex.istio.fabric8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TreeTraversingParser;
import io.fabric8.kubernetes.model.jackson.JsonUnwrappedDeserializer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object that has a oneof. fabric8's own deserializer drops what such a class does not
 * know, though the class has room for it in {@code additionalProperties}; this one puts it there.
 */
final class KeepingDeserializer<T> extends JsonUnwrappedDeserializer<T> {

  private final @Nullable AnnotatedMethod keep;

  /** For Jackson, which makes another one with a context. */
  KeepingDeserializer() {
    this.keep = null;
  }

  private KeepingDeserializer(DeserializationContext context) throws JsonMappingException {
    super(context);
    this.keep =
        (AnnotatedMethod)
            context.getConfig().introspect(context.getContextualType()).findAnySetterAccessor();
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) throws JsonMappingException {
    return new KeepingDeserializer<>(context);
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    ObjectMapper mapper = (ObjectMapper) parser.getCodec();
    ObjectNode read = parser.readValueAsTree();
    T value = read(read, context, mapper);
    JsonNode written = mapper.valueToTree(value);
    List<String> lost =
        read.properties().stream().map(Map.Entry::getKey).filter(f -> !written.has(f)).toList();
    if (lost.isEmpty() || keep == null) {
      return value;
    }
    // Once more without them: a lost field may have left an arm without a value.
    T rest = read(read.deepCopy().remove(lost), context, mapper);
    for (String field : lost) {
      keep(rest, field, mapper.treeToValue(read.get(field), Object.class));
    }
    return rest;
  }

  private T read(JsonNode tree, DeserializationContext context, ObjectMapper mapper)
      throws IOException {
    try (TreeTraversingParser parser = new TreeTraversingParser(tree, mapper)) {
      parser.nextToken();
      return super.deserialize(parser, context);
    }
  }

  private void keep(T object, String field, Object value) throws IOException {
    try {
      Objects.requireNonNull(keep).callOnWith(object, field, value);
    } catch (Exception e) {
      throw new IOException("cannot keep " + field, e);
    }
  }

  /** Puts this deserializer in the place of fabric8's. */
  static final class Introspector extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Object findDeserializer(Annotated annotated) {
      JsonDeserialize annotation = annotated.getAnnotation(JsonDeserialize.class);
      return annotation != null && annotation.using() == JsonUnwrappedDeserializer.class
          ? KeepingDeserializer.class
          : null;
    }

    @Override
    public Version version() {
      return AnnotationIntrospector.nopInstance().version();
    }
  }
}
