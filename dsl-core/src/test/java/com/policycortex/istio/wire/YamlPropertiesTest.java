package com.policycortex.istio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonBoolean;
import com.policycortex.istio.wire.JsonValue.JsonNumber;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** Whatever the JSON, another reader of YAML gives the same back. */
class YamlPropertiesTest {

  @Property(tries = 3000)
  void anyObjectReadsBack(@ForAll("objects") JsonObject object) {
    assertThat(readBack(object)).isEqualTo(plain(object));
  }

  @Property
  void capturingIsLossless(@ForAll("objects") JsonObject object) {
    assertThat(JsonValue.of((Fields) object)).isEqualTo(object);
  }

  private static Object readBack(JsonObject object) {
    return new Yaml().load(YamlText.of(object));
  }

  private static @Nullable Object plain(JsonValue value) {
    if (value instanceof JsonObject object) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      object.fields().forEach((name, field) -> map.put(name, plain(field)));
      return map;
    }
    if (value instanceof JsonArray array) {
      List<@Nullable Object> list = new ArrayList<>();
      array.values().forEach(element -> list.add(plain(element)));
      return list;
    }
    if (value instanceof JsonString text) {
      return text.value();
    }
    if (value instanceof JsonNumber number) {
      return number.value().intValueExact();
    }
    return value instanceof JsonBoolean truth ? truth.value() : null;
  }

  @Provide
  Arbitrary<JsonObject> objects() {
    return fields(
        Arbitraries.lazyOf(
            this::scalars,
            this::scalars,
            () -> fields(values()).map(object -> (JsonValue) object),
            () -> values().list().ofMaxSize(3).map(JsonArray::new)));
  }

  private Arbitrary<JsonValue> values() {
    return Arbitraries.lazyOf(
        this::scalars,
        this::scalars,
        this::scalars,
        () -> fields(values()).map(object -> (JsonValue) object),
        () -> values().list().ofMaxSize(3).map(JsonArray::new));
  }

  private Arbitrary<JsonValue> scalars() {
    return Arbitraries.oneOf(
        texts().map(JsonValue::of),
        Arbitraries.integers().map(JsonValue::of),
        Arbitraries.of(true, false).map(JsonValue::of),
        Arbitraries.just(JsonValue.JsonNull.NULL));
  }

  private Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(8),
        Arbitraries.strings().withChars(" \n\t-#:ab0'\"|>{}[]&*!%@`").ofMaxLength(12),
        Arbitraries.of(
            "y", "No", "null", "1e3", "0x1", "12:30", "<<", "=", "", "a\n", "a\n\n", "\u2028"));
  }

  private Arbitrary<JsonObject> fields(Arbitrary<JsonValue> values) {
    return Arbitraries.maps(texts(), values).ofMaxSize(3).map(JsonObject::new);
  }
}
