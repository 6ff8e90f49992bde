package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.JsonValue;
import java.util.Optional;

/** Enumerations of Kubernetes' own kinds, where an empty text asks for the default. */
final class Enumerations {

  private static final Optional<JsonValue> DEFAULT = Optional.of(JsonValue.of(""));

  private Enumerations() {}

  static <E extends Enum<E>> Optional<E> read(FieldReader in, String name, Class<E> type) {
    return in.json(name).equals(DEFAULT) ? Optional.empty() : in.enumeration(name, type);
  }
}
