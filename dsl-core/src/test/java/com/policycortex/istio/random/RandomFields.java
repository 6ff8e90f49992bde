package com.policycortex.istio.random;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Gives a message random fields in place of read ones: whatever it asks for is there or not, as the
 * choices have it.
 */
final class RandomFields implements FieldReader {

  private static final int MOST_ELEMENTS = 3;

  private final Choices choices;
  private final Leaves leaves;
  private final String name;
  // What a message asked for before is the same when it asks again.
  private final Map<String, Boolean> present = new HashMap<>();
  private final Map<String, Object> values = new HashMap<>();
  private final Set<String> empty = new HashSet<>();
  private List<String> neededArms = List.of();
  // How many arms of a oneof were there so far, and whether one of them is no longer.
  private final Map<String, Integer> arms = new HashMap<>();
  private boolean armLost;

  private RandomFields(Choices choices, Leaves leaves, String name) {
    this.choices = choices;
    this.leaves = leaves;
    this.name = name;
  }

  /** The value that a kind or message reads. */
  static <T> T read(Choices choices, Leaves leaves, Function<FieldReader, T> read) {
    return new RandomFields(choices, leaves, "").read(read);
  }

  // The copy is of the type of the message.
  @SuppressWarnings("unchecked")
  private <T> T read(Function<FieldReader, T> read) {
    T value = read.apply(this);
    while (armLost) {
      armLost = false;
      value = read.apply(this);
    }
    if (!neededArms.isEmpty()) {
      String arm = choices.oneOf(neededArms);
      neededArms = List.of();
      present.put(arm, true);
      value = read.apply(this);
    }
    return value instanceof Message message ? (T) Message.withEmptyFields(message, empty) : value;
  }

  private RandomFields inner(String field) {
    return new RandomFields(choices, leaves, field);
  }

  @Override
  public boolean has(String field) {
    Boolean known = present.get(field);
    if (known == null) {
      known = choices.onceIn(2) && !leaves.leavesOut(name, field);
      present.put(field, known);
    }
    return known;
  }

  // The type is that of the first question about the field.
  @SuppressWarnings("unchecked")
  private <T> T required(String field, Supplier<T> make) {
    present.put(field, true);
    Object value = values.get(field);
    if (value == null) {
      value = make.get();
      values.put(field, value);
    }
    return (T) value;
  }

  private <T> Optional<T> optional(String field, Supplier<T> make) {
    return has(field) ? Optional.of(required(field, make)) : Optional.empty();
  }

  private <T> List<T> list(String field, Supplier<T> make) {
    return optional(
            field,
            () -> {
              List<T> elements = new ArrayList<>();
              for (int i = choices.below(MOST_ELEMENTS + 1); i > 0; i--) {
                elements.add(make.get());
              }
              if (elements.isEmpty()) {
                empty.add(field);
              }
              return elements;
            })
        .orElse(List.of());
  }

  private <T> Map<String, T> map(String field, Supplier<T> make) {
    return optional(
            field,
            () -> {
              Map<String, T> entries = new LinkedHashMap<>();
              for (int i = choices.below(MOST_ELEMENTS + 1); i > 0; i--) {
                entries.put(leaves.key(field), make.get());
              }
              if (entries.isEmpty()) {
                empty.add(field);
              }
              return entries;
            })
        .orElse(Map.of());
  }

  @Override
  public Optional<String> string(String field) {
    return optional(field, () -> leaves.text(field));
  }

  // A manifest has a name.
  @Override
  public String requiredString(String field) {
    return required(
        field,
        () -> {
          String text = leaves.text(field);
          return text.isEmpty() && name.equals("metadata") ? "a" : text;
        });
  }

  @Override
  public Optional<Boolean> bool(String field) {
    return optional(field, () -> choices.onceIn(2));
  }

  @Override
  public Optional<Integer> int32(String field) {
    return optional(field, leaves::int32);
  }

  @Override
  public int requiredInt32(String field) {
    return required(field, leaves::int32);
  }

  @Override
  public Optional<Long> uint32(String field) {
    return optional(field, leaves::uint32);
  }

  @Override
  public long requiredUint32(String field) {
    return required(field, leaves::uint32);
  }

  @Override
  public Optional<Long> int64(String field) {
    return optional(field, leaves::int64);
  }

  @Override
  public Optional<Double> number(String field) {
    return optional(field, leaves::number);
  }

  @Override
  public Optional<Duration> duration(String field) {
    return optional(field, leaves::duration);
  }

  private <E extends Enum<E>> E constant(Class<E> type) {
    return choices.oneOf(Arrays.asList(type.getEnumConstants()));
  }

  @Override
  public <E extends Enum<E>> Optional<E> enumeration(String field, Class<E> type) {
    return optional(field, () -> constant(type));
  }

  @Override
  public <E extends Enum<E>> List<E> enumerations(String field, Class<E> type) {
    return list(field, () -> constant(type));
  }

  @Override
  public List<String> strings(String field) {
    return list(field, () -> leaves.text(field));
  }

  @Override
  public List<Integer> int32s(String field) {
    return list(field, leaves::int32);
  }

  @Override
  public List<Long> uint32s(String field) {
    return list(field, leaves::uint32);
  }

  @Override
  public Map<String, String> stringMap(String field) {
    return map(field, () -> leaves.text(field));
  }

  @Override
  public Map<String, Long> uint32Map(String field) {
    return map(field, leaves::uint32);
  }

  @Override
  public <T> Optional<T> message(String field, Function<FieldReader, T> read) {
    return optional(field, () -> inner(field).read(read));
  }

  @Override
  public <T> T requiredMessage(String field, Function<FieldReader, T> read) {
    return required(field, () -> inner(field).read(read));
  }

  @Override
  public <T> T messageOrEmpty(String field, Function<FieldReader, T> read) {
    return requiredMessage(field, read);
  }

  @Override
  public <T> List<T> messages(String field, Function<FieldReader, T> read) {
    return list(field, () -> inner(field).read(read));
  }

  @Override
  public <T> Map<String, T> messageMap(String field, Function<FieldReader, T> read) {
    return map(field, () -> inner(field).read(read));
  }

  @Override
  public Optional<JsonValue> json(String field) {
    return optional(field, () -> leaves.json(field));
  }

  @Override
  public Optional<JsonValue> intOrString(String field) {
    return optional(
        field,
        () ->
            choices.onceIn(2)
                ? JsonValue.of(leaves.text(field))
                : JsonValue.of((long) leaves.int32()));
  }

  @Override
  public Optional<JsonObject> jsonObject(String field) {
    return optional(field, () -> leaves.jsonObject(field));
  }

  @Override
  public List<JsonValue> jsonList(String field) {
    return list(field, () -> leaves.json(field));
  }

  @Override
  public Map<String, JsonValue> rest() {
    Map<String, JsonValue> rest = new LinkedHashMap<>();
    leaves
        .jsonObject("")
        .fields()
        .forEach(
            (field, value) -> {
              if (!present.containsKey(field)) {
                rest.put(field, value);
              }
            });
    return rest;
  }

  // The first of the two is the value.
  @Override
  public void secondArm(String oneof, String first, String second) {
    if (armLost || !leaves.isOdd()) {
      return;
    }
    // Each of those that are there is as likely as the others, so that late ones are not rare.
    int arm = arms.merge(oneof, 2, (known, two) -> known + 1);
    present.put(choices.onceIn(arm) ? first : second, false);
    armLost = true;
  }

  @Override
  public void noArm(String oneof, List<String> arms) {
    neededArms = arms;
  }

  @Override
  public Origin origin() {
    return Origin.unknown();
  }
}
