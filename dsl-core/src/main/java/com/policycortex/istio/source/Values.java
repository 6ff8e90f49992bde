package com.policycortex.istio.source;

import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.kubernetes.IntOrString;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.model.networking.LocalityFailover;
import com.policycortex.istio.model.networking.PortSelector;
import com.policycortex.istio.model.networking.ProxyImage;
import com.policycortex.istio.model.networking.StringMatch;
import com.policycortex.istio.source.Code.Chain;
import com.policycortex.istio.source.Code.Pair;
import com.policycortex.istio.source.Code.Plain;
import com.policycortex.istio.source.Code.Step;
import com.policycortex.istio.wire.Fields;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonBoolean;
import com.policycortex.istio.wire.JsonValue.JsonNumber;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.JsonValue.JsonString;
import com.policycortex.istio.wire.MessageFields;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The expressions of values, with what they need to be imported and what they cannot say. */
final class Values {

  private static final String GENERATED = "Immutable";
  private static final int MOST_PAIRS = 10;

  private final Imports imports = new Imports();
  private final List<String> leftOut = new ArrayList<>();

  Imports imports() {
    return imports;
  }

  List<String> leftOut() {
    return leftOut;
  }

  void leaveOut(String place) {
    leftOut.add(place);
  }

  /** Whether this is a value of the model, and not merely a function that writes fields. */
  static boolean isValue(Fields fields) {
    return fields instanceof Message || fields instanceof Record || fields instanceof Enum<?>;
  }

  /** The simple name of a message's type. */
  static String name(Fields message) {
    String name = message.getClass().getSimpleName();
    return name.startsWith(GENERATED) ? name.substring(GENERATED.length()) : name;
  }

  Code value(Fields value, String place) {
    if (value instanceof StringMatch match) {
      return match(match);
    }
    if (value instanceof JsonObject object) {
      return json(object);
    }
    if (value instanceof PortSelector port) {
      imports.type(PortSelector.class);
      return port.number().isPresent()
          ? Code.call("PortSelector.number", Literals.integer(port.number().get()))
          : Code.call("new PortSelector", optional(port.number(), Literals::integer));
    }
    if (value instanceof ProxyImage image) {
      return record(ProxyImage.class, optional(image.imageType(), Literals::text));
    }
    if (value instanceof LocalityFailover failover) {
      return record(
          LocalityFailover.class,
          optional(failover.from(), Literals::text),
          optional(failover.to(), Literals::text));
    }
    if (value.getClass().getEnclosingClass() != null) {
      return arm(value, place);
    }
    FieldsToJava fields = new FieldsToJava(name(value), place, this);
    value.writeTo(fields);
    return withEmpty(value, factory(value.getClass().getPackageName(), name(value), fields));
  }

  /** The expression, with the lists and maps that the message has without an element. */
  Code withEmpty(Fields value, Code code) {
    if (!(value instanceof MessageFields message) || message.emptyFields().isEmpty()) {
      return code;
    }
    imports.type(Message.class);
    return Code.call(
        "Message.withEmptyFields",
        code,
        listOf(message.emptyFields().stream().map(Literals::text).toList()));
  }

  Code factory(String packageName, String type, FieldsToJava fields) {
    imports.method(packageName + "." + type, Verbs.factory(type));
    return new Chain(Verbs.factory(type), fields.factoryArguments(), fields.steps());
  }

  // An arm of a oneof has at most one component, which it writes as its one field.
  private Code arm(Fields arm, String place) {
    Class<?> outer = arm.getClass().getEnclosingClass();
    imports.type(outer);
    FieldsToJava fields = new FieldsToJava(name(arm), place, this);
    arm.writeTo(fields);
    String type = "new " + outer.getSimpleName() + "." + arm.getClass().getSimpleName();
    return fields.steps().isEmpty()
        ? Code.call(type)
        : Code.call(type, fields.steps().get(0).arguments());
  }

  private Code match(StringMatch match) {
    if (match instanceof StringMatch.Exact exact) {
      return match("exact", Literals.text(exact.value()));
    }
    if (match instanceof StringMatch.Prefix prefix) {
      return match("prefix", Literals.text(prefix.value()));
    }
    return match instanceof StringMatch.Regex regex
        ? match("regex", Literals.text(regex.value()))
        : match("present");
  }

  private Code match(String factory, Code... text) {
    imports.method(StringMatch.class.getName(), factory);
    return Code.call(factory, text);
  }

  private Code record(Class<?> type, Code... components) {
    imports.type(type);
    return Code.call("new " + type.getSimpleName(), components);
  }

  private <T> Code optional(Optional<T> value, Function<T, Code> code) {
    imports.type(Optional.class);
    return value
        .map(v -> Code.call("Optional.of", code.apply(v)))
        .orElseGet(() -> Code.call("Optional.empty"));
  }

  /** Adds what a manifest's metadata says beside its name. */
  FieldsToJava metadata(Metadata metadata, FieldsToJava manifest) {
    metadata.more().keySet().forEach(field -> leaveOut("metadata." + field));
    boolean namespaceOnly = metadata.labels().isEmpty() && metadata.annotations().isEmpty();
    if (namespaceOnly && metadata.namespace().isEmpty()) {
      return manifest;
    }
    if (namespaceOnly && !manifest.isOf(Namespace.class)) {
      manifest.step("in", Literals.text(metadata.namespace().orElseThrow()));
    } else {
      manifest.step("metadata", metadata(metadata));
    }
    return manifest;
  }

  Code metadata(Metadata metadata) {
    imports.method(Metadata.class.getName(), "metadata");
    FieldsToJava fields = new FieldsToJava("Metadata", "metadata", this);
    metadata.namespace().ifPresent(namespace -> fields.string("namespace", namespace));
    fields.stringMap("labels", metadata.labels());
    fields.stringMap("annotations", metadata.annotations());
    return new Chain("metadata", List.of(Literals.text(metadata.name())), fields.steps());
  }

  Code duration(Duration value) {
    Code code = Literals.duration(value);
    imports.method(Duration.class.getName(), ((Chain) code).opening());
    return code;
  }

  Code constant(Enum<?> constant) {
    Class<?> type = constant.getDeclaringClass();
    imports.type(type);
    return new Plain(type.getSimpleName() + "." + constant.name());
  }

  Code listOf(List<Code> elements) {
    imports.type(List.class);
    return Code.call("List.of", elements);
  }

  Code mapOf(List<Pair> pairs) {
    imports.type(Map.class);
    if (pairs.size() <= MOST_PAIRS) {
      return Code.call("Map.of", List.copyOf(pairs));
    }
    return Code.call(
        "Map.ofEntries",
        pairs.stream().map(p -> Code.call("Map.entry", p.key(), p.value())).toList());
  }

  Code intOrString(JsonValue value) {
    imports.type(IntOrString.class);
    return value instanceof JsonNumber number
        ? Code.call("IntOrString.number", Literals.integer(number.value().longValue()))
        : Code.call("IntOrString.name", Literals.text(((JsonString) value).value()));
  }

  Code json(JsonValue value) {
    imports.type(JsonValue.class);
    if (value instanceof JsonObject object) {
      List<Step> fields = new ArrayList<>();
      object
          .fields()
          .forEach(
              (name, field) ->
                  fields.add(new Step("with", List.of(Literals.text(name), plain(field)))));
      return new Chain("JsonValue.object", List.of(), fields);
    }
    if (value instanceof JsonArray array) {
      return Code.call("JsonValue.array", array.values().stream().map(this::json).toList());
    }
    Code plain = plain(value);
    return value instanceof JsonString || value instanceof JsonBoolean || isShort(plain)
        ? Code.call("JsonValue.of", plain)
        : plain;
  }

  // An object's field takes texts, whole numbers and truth values as they are.
  private Code plain(JsonValue value) {
    if (value instanceof JsonString text) {
      return Literals.text(text.value());
    }
    if (value instanceof JsonBoolean truth) {
      return new Plain(Boolean.toString(truth.value()));
    }
    if (value instanceof JsonNumber number) {
      return number(number.value());
    }
    return value instanceof JsonValue.JsonNull ? new Plain("JsonValue.JsonNull.NULL") : json(value);
  }

  private Code number(BigDecimal value) {
    if (value.scale() <= 0 && value.precision() - value.scale() < 19) {
      return Literals.integer(value.longValueExact());
    }
    double nearest = value.doubleValue();
    if (!Double.isInfinite(nearest) && BigDecimal.valueOf(nearest).compareTo(value) == 0) {
      return Code.call("JsonValue.of", new Plain(Double.toString(nearest)));
    }
    imports.type(BigDecimal.class);
    return Code.call(
        "new JsonValue.JsonNumber",
        Code.call("new BigDecimal", new Plain(Literals.quoted(value.toString()))));
  }

  private static boolean isShort(Code code) {
    return code instanceof Plain plain && !plain.text().startsWith("JsonValue");
  }
}
