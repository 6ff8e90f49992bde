package com.policycortex.istio.source;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.WorkloadSelector;
import com.policycortex.istio.source.Code.Chain;
import com.policycortex.istio.source.Code.Pair;
import com.policycortex.istio.source.Code.Plain;
import com.policycortex.istio.source.Code.Step;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import com.policycortex.istio.wire.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Takes the fields of one message as calls of its factory and copy methods. */
final class FieldsToJava extends FieldWriter {

  private final String type;
  private final String place;
  private final Values values;
  private final Map<String, List<Code>> arguments = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Pair> untyped = new ArrayList<>();
  private boolean ofManifest;

  FieldsToJava(String type, String place, Values values) {
    super(new NoSink());
    this.type = type;
    this.place = place;
    this.values = values;
  }

  /** The arguments of the factory; where one may be absent there is a factory without it. */
  List<Code> factoryArguments() {
    List<Code> all = new ArrayList<>();
    for (String field : Verbs.factoryFields(type)) {
      all.addAll(arguments.getOrDefault(field, List.of()));
    }
    return all;
  }

  /** The calls of copy methods. */
  List<Step> steps() {
    if (untyped.isEmpty()) {
      return steps;
    }
    List<Step> all = new ArrayList<>(steps);
    all.add(new Step("more", List.of(values.mapOf(untyped))));
    return all;
  }

  /** Whether this is a message of the given type. */
  boolean isOf(Class<?> messageType) {
    return type.equals(messageType.getSimpleName());
  }

  /** Adds a call. */
  void step(String method, Code... argument) {
    steps.add(new Step(method, List.of(argument)));
  }

  private FieldWriter field(String name, List<Code> code) {
    if (ofManifest && (name.equals("apiVersion") || name.equals("kind"))) {
      return this; // the type says them
    }
    if (Verbs.factoryFields(type).contains(name)) {
      arguments.put(name, code);
    } else if (Verbs.hasMethod(type, name)) {
      steps.add(new Step(Verbs.method(type, name), code));
    } else {
      values.leaveOut(place(name));
    }
    return this;
  }

  private FieldWriter field(String name, Code code) {
    return field(name, List.of(code));
  }

  private FieldWriter list(String name, List<Code> elements) {
    return elements.isEmpty() ? this : field(name, elements);
  }

  private <V> FieldWriter map(
      String name, Map<String, ? extends V> entries, Function<? super V, Code> value) {
    if (entries.isEmpty() && !Verbs.factoryFields(type).contains(name)) {
      return this;
    }
    List<Pair> pairs = new ArrayList<>();
    new TreeMap<>(entries).forEach((k, v) -> pairs.add(new Pair(Literals.text(k), value.apply(v))));
    return field(name, values.mapOf(pairs));
  }

  private String place(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  @Override
  public FieldWriter string(String name, String value) {
    return field(name, Literals.text(value));
  }

  @Override
  public FieldWriter bool(String name, boolean value) {
    return field(name, new Plain(Boolean.toString(value)));
  }

  @Override
  public FieldWriter int64(String name, long value) {
    return field(name, Literals.integer(value));
  }

  @Override
  public FieldWriter number(String name, double value) {
    return field(name, Literals.number(value));
  }

  @Override
  public FieldWriter duration(String name, Duration value) {
    return field(name, values.duration(value));
  }

  @Override
  public <E extends Enum<E>> FieldWriter enumeration(String name, E value) {
    return field(name, values.constant(value));
  }

  @Override
  public <E extends Enum<E>> FieldWriter enumerations(String name, List<E> constants) {
    return list(name, constants.stream().map(values::constant).toList());
  }

  @Override
  public FieldWriter strings(String name, Collection<String> texts) {
    return list(name, texts.stream().map(Literals::text).toList());
  }

  @Override
  public FieldWriter integers(String name, List<? extends Number> numbers) {
    return list(name, numbers.stream().map(n -> (Code) new Plain(n + "L")).toList());
  }

  @Override
  public FieldWriter stringMap(String name, Map<String, String> entries) {
    return map(name, entries, Literals::text);
  }

  @Override
  public FieldWriter int64Map(String name, Map<String, Long> entries) {
    return map(name, entries, number -> new Plain(number + "L"));
  }

  @Override
  public FieldWriter message(String name, Fields value) {
    if (value instanceof Metadata metadata) {
      return ofManifest ? values.metadata(metadata, this) : field(name, values.metadata(metadata));
    }
    if (Values.isValue(value)) {
      return field(name, values.value(value, place(name)));
    }
    if (name.equals("spec")) {
      value.writeTo(this);
      return this;
    }
    return field(name, labels(value, name));
  }

  // Most networking kinds write a selector's labels under another name: what comes is no message.
  private Code labels(Fields written, String name) {
    FieldsToJava selector = new FieldsToJava("WorkloadSelector", place(name), values);
    written.writeTo(
        new FieldWriter(new NoSink()) {
          @Override
          public FieldWriter stringMap(String field, Map<String, String> entries) {
            return selector.stringMap("matchLabels", entries);
          }
        });
    return values.withEmpty(
        written,
        values.factory(WorkloadSelector.class.getPackageName(), "WorkloadSelector", selector));
  }

  @Override
  public FieldWriter messages(String name, List<? extends Fields> messages) {
    List<Code> elements = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      elements.add(values.value(messages.get(i), place(name) + "[" + i + "]"));
    }
    return list(name, elements);
  }

  @Override
  public FieldWriter messageMap(String name, Map<String, ? extends Fields> entries) {
    return map(name, entries, value -> values.value(value, place(name)));
  }

  @Override
  public FieldWriter oneof(Fields arm) {
    Class<?> outer = arm.getClass().getEnclosingClass();
    return field(Verbs.oneofMethod(outer.getSimpleName()), values.value(arm, place));
  }

  @Override
  public FieldWriter json(String name, JsonValue value) {
    if (Verbs.isUntyped(type, name) && !(ofManifest && name.equals("status"))) {
      untyped.add(new Pair(Literals.text(name), values.json(value)));
      return this;
    }
    return Verbs.isIntOrString(type, name)
        ? field(name, values.intOrString(value))
        : field(name, values.json(value));
  }

  @Override
  public FieldWriter jsonList(String name, List<JsonValue> elements) {
    return list(name, elements.stream().map(values::json).toList());
  }

  /** The expression of a manifest. */
  static Code manifest(Manifest manifest, Values values) {
    String type = Values.name(manifest);
    FieldsToJava fields = new FieldsToJava(type, "", values);
    fields.ofManifest = true;
    manifest.writeTo(fields);
    List<Code> arguments = new ArrayList<>();
    arguments.add(Literals.text(manifest.name()));
    arguments.addAll(fields.factoryArguments());
    values.imports().method(manifest.getClass().getPackageName() + "." + type, Verbs.factory(type));
    return values.withEmpty(manifest, new Chain(Verbs.factory(type), arguments, fields.steps()));
  }
}
