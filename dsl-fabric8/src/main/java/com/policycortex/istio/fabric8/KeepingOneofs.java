package com.policycortex.istio.fabric8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import io.fabric8.kubernetes.model.jackson.JsonUnwrappedDeserializer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an object that has a oneof as fabric8 does, and keeps what that loses. */
final class KeepingOneofs<T> extends JsonUnwrappedDeserializer<T> {

  private final LostFields lostFields;

  /** For Jackson, which makes another one with a context. */
  KeepingOneofs() {
    this.lostFields = new LostFields(Optional.empty());
  }

  private KeepingOneofs(DeserializationContext context) throws JsonMappingException {
    super(context);
    this.lostFields = LostFields.of(context.getContextualType(), context);
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) throws JsonMappingException {
    return new KeepingOneofs<>(context);
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    return lostFields.read(parser, again -> super.deserialize(again, context));
  }

  /** Whether fabric8 reads it by its deserializer for oneofs. */
  static boolean isFor(Annotated type) {
    JsonDeserialize annotation = type.getAnnotation(JsonDeserialize.class);
    return annotation != null && annotation.using() == JsonUnwrappedDeserializer.class;
  }

  /** Puts this deserializer in the place of fabric8's. */
  static final class Introspector extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Object findDeserializer(Annotated annotated) {
      return isFor(annotated) ? KeepingOneofs.class : null;
    }

    @Override
    public Version version() {
      return AnnotationIntrospector.nopInstance().version();
    }
  }
}
