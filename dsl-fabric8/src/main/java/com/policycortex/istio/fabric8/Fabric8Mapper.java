package com.policycortex.istio.fabric8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.policycortex.istio.wire.JsonText;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Between JSON and fabric8's objects, as fabric8's own client does it but for what it drops. */
final class Fabric8Mapper {

  /** As the client is made: what it writes is what a cluster gets. */
  private static final ObjectMapper CLIENT = client(new ObjectMapper());

  private static final ObjectMapper READER = reader();

  private Fabric8Mapper() {}

  private static ObjectMapper client(ObjectMapper mapper) {
    new KubernetesSerialization(mapper, false).getUnmatchedFieldTypeModule().setLogWarnings(false);
    return mapper;
  }

  private static ObjectMapper reader() {
    ObjectMapper mapper = new ObjectMapper();
    mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    mapper.setAnnotationIntrospector(
        AnnotationIntrospector.pair(
            new KeepingOneofs.Introspector(),
            mapper.getDeserializationConfig().getAnnotationIntrospector()));
    mapper.registerModule(
        new SimpleModule("keeping").setDeserializerModifier(new KeepingBeans.Modifier()));
    return client(mapper);
  }

  /** An object of that class; empty if it cannot hold the JSON at all. */
  static <T extends HasMetadata> Optional<HasMetadata> convert(JsonObject json, Class<T> type) {
    try {
      return Optional.of(READER.readValue(JsonText.of(json), type));
    } catch (JsonProcessingException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** What fabric8's client sends of an object; empty if it cannot write it. */
  static Optional<JsonObject> written(Object object) {
    try {
      JsonTree tree = JsonTree.parse(text(object));
      return tree.oddities().isEmpty() ? Optional.of(tree.root()) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** What fabric8's client sends of an object. */
  static String text(Object object) throws JsonProcessingException {
    return CLIENT.writeValueAsString(object);
  }
}
