package com.policycortex.istio.validation;

import com.policycortex.istio.validation.EnvoyApi.FieldType;
import com.policycortex.istio.validation.EnvoyApi.MessageType;
import com.policycortex.istio.validation.EnvoyApi.Shape;
import com.policycortex.istio.wire.Durations;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonBoolean;
import com.policycortex.istio.wire.JsonValue.JsonNull;
import com.policycortex.istio.wire.JsonValue.JsonNumber;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.JsonValue.JsonString;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The value of an EnvoyFilter's patch as Envoy itself judges it: by the demands on its messages,
 * and, within a TypedStruct, which istiod hands on unread, by what its JSON may be.
 */
final class EnvoyJudge {

  private static final String GOOGLE = "google.protobuf.";
  private static final Set<String> STRUCTS =
      Set.of("udpa.type.v1.TypedStruct", "xds.type.v3.TypedStruct");
  // Where else an Any stands nobody may ever look into it.
  private static final Set<String> CONFIGURATIONS =
      Set.of("typed_config", "typed_per_filter_config");
  private static final Duration LEAST_FILL = Duration.ofMillis(50);
  private static final int DEEPEST = 100;

  private final EnvoyApi api = EnvoyApi.get();
  private final List<EnvoyRemark> remarks = new ArrayList<>();
  private final Deque<Map.Entry<String, MessageType>> around = new ArrayDeque<>();
  // Whether what is read now comes as a struct, which Envoy reads, or as istiod read it.
  private boolean struct;

  private EnvoyJudge() {}

  /**
   * Judges a value.
   *
   * @param message the message that it is
   * @param partial whether it is merged into what is there, so that nothing must be in it
   */
  static List<EnvoyRemark> judge(String message, JsonObject value, boolean partial) {
    EnvoyJudge judge = new EnvoyJudge();
    MessageType type = judge.api.message(message);
    if (type != null) {
      judge.fields(type, value, "", partial);
    }
    return judge.remarks;
  }

  private void fields(MessageType type, JsonObject object, String path, boolean partial) {
    if (around.size() > DEEPEST) {
      return;
    }
    around.push(Map.entry(path, type));
    Map<String, FieldType> chosen = chosen(type, object, path);
    for (FieldType field : type.fields()) {
      String key = key(field, object);
      boolean given = chosen.getOrDefault(field.oneof(), field).name().equals(field.name());
      if (key != null && given) {
        field(field, value(object, key), join(path, key), partial);
      } else if (key == null && !partial && field.oneof().isEmpty()) {
        absent(field, path);
      }
    }
    for (String oneof : type.requiredOneofs()) {
      if (!partial && !chosen.containsKey(oneof)) {
        List<String> names = names(type, oneof);
        needed(path, names.size() == 1 ? names.get(0) : "one of " + String.join(", ", names));
      }
    }
    if (struct) {
      for (String name : object.fields().keySet()) {
        if (type.field(name) == null && !name.equals("@type")) {
          remarks.add(
              EnvoyRemark.ignored(
                  join(path, name),
                  "there is no such field in " + type.name(),
                  EnvoyNames.hint(name, around, api)));
        }
      }
    }
    around.pop();
  }

  private static List<String> names(MessageType type, String oneof) {
    return type.fields().stream()
        .filter(field -> field.oneof().equals(oneof))
        .map(FieldType::name)
        .toList();
  }

  // Of a oneof's fields that are set, the last one stays; within a struct there may be one only.
  private Map<String, FieldType> chosen(MessageType type, JsonObject object, String path) {
    Map<String, FieldType> chosen = new HashMap<>();
    for (FieldType field : type.fields()) {
      String key = field.oneof().isEmpty() ? null : key(field, object);
      if (key != null) {
        FieldType other = chosen.put(field.oneof(), field);
        if (struct && other != null) {
          refuse(join(path, key), "only one of " + other.name() + " and " + key + " may be set");
        }
      }
    }
    return chosen;
  }

  // The name in JSON counts more than the one of protobuf; what is null is not there.
  private static @Nullable String key(FieldType field, JsonObject object) {
    for (String name : List.of(field.jsonName(), field.name())) {
      JsonValue value = object.fields().get(name);
      if (value != null && value != JsonNull.NULL) {
        return name;
      }
    }
    return null;
  }

  private static JsonValue value(JsonObject object, String key) {
    JsonValue value = object.fields().get(key);
    return value == null ? JsonNull.NULL : value;
  }

  private void absent(FieldType field, String path) {
    if (has(field, "optional") || has(field, "ignore_empty")) {
      return;
    }
    for (EnvoyRule rule : field.rules()) {
      if (!rule.part().isEmpty()) {
        continue;
      }
      if (rule.name().equals("required")) {
        needed(path, field.name());
      } else if (field.shape() == Shape.LIST || field.shape() == Shape.MAP) {
        rule.judge(0).ifPresent(problem -> needed(path, field.name()));
      } else if (field.message().isEmpty()) {
        zero(field, rule).ifPresent(problem -> needed(path, field.name()));
      }
    }
  }

  private static Optional<String> zero(FieldType field, EnvoyRule rule) {
    return switch (field.type().charAt(0)) {
      case 's' -> rule.judge("");
      case 'b' -> rule.judge(false);
      case 'y' -> Optional.empty();
      default -> rule.judge(BigDecimal.ZERO);
    };
  }

  private static boolean has(FieldType field, String rule) {
    return field.rules().stream().anyMatch(it -> it.part().isEmpty() && it.name().equals(rule));
  }

  private void field(FieldType field, JsonValue value, String path, boolean partial) {
    switch (field.shape()) {
      case LIST -> list(field, value, path, partial);
      case MAP -> map(field, value, path, partial);
      default -> single(field, "", value, path, partial);
    }
  }

  private void list(FieldType field, JsonValue value, String path, boolean partial) {
    List<JsonValue> values = elements(value);
    size(field, values.size(), path, partial);
    Set<JsonValue> seen = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      String at = value instanceof JsonArray ? path + "[" + i + "]" : path;
      single(field, "items", values.get(i), at, false);
      if (has(field, "unique") && !seen.add(values.get(i))) {
        refuse(at, "it is there twice");
      }
    }
  }

  // Of a struct, Envoy takes one element for a list of it, and lists within a list as one.
  private List<JsonValue> elements(JsonValue value) {
    if (!struct) {
      return value instanceof JsonArray array ? array.values() : List.of();
    }
    return value instanceof JsonArray array
        ? array.values().stream().flatMap(it -> elements(it).stream()).toList()
        : List.of(value);
  }

  private void map(FieldType field, JsonValue value, String path, boolean partial) {
    if (!(value instanceof JsonObject object)) {
      if (struct) {
        refuse(path, "an object is wanted");
      }
      return;
    }
    size(field, object.fields().size(), path, partial);
    for (Map.Entry<String, JsonValue> entry : object.fields().entrySet()) {
      String at = path + "." + entry.getKey();
      for (EnvoyRule rule : field.rules()) {
        if (rule.part().equals("keys") && field.key() == 's') {
          rule.judge(entry.getKey()).ifPresent(problem -> refuse(at, problem));
        }
      }
      single(field, "values", entry.getValue(), at, false);
    }
  }

  private void size(FieldType field, int size, String path, boolean partial) {
    for (EnvoyRule rule : field.rules()) {
      if (rule.part().isEmpty() && !(partial && rule.name().startsWith("min"))) {
        rule.judge(size).ifPresent(problem -> refuse(path, problem));
      }
    }
  }

  private void single(FieldType field, String part, JsonValue value, String path, boolean partial) {
    Optional<String> message = field.message();
    if (message.isPresent()
        && (!message.get().startsWith(GOOGLE) || api.message(message.get()) == null)) {
      if (field.rules().stream().noneMatch(rule -> rule.name().equals("skip"))) {
        message(message.get(), value, path, partial);
      }
      return;
    }
    String known = message.map(name -> name.substring(GOOGLE.length())).orElse("");
    switch (known) {
      case "Any" -> any(field, value, path, partial);
      case "Duration" -> duration(field, part, value, path);
      case "Timestamp", "Struct", "Value", "ListValue", "Empty", "FieldMask" -> {}
      case "" -> scalar(field, part, field.type().charAt(0), value, path, partial);
      default -> {
        if (known.endsWith("Value")) {
          scalar(field, part, EnvoyValue.wrapped(known), unwrapped(value), path, false);
        }
      }
    }
  }

  // Envoy takes a wrapper as the message that it is as well.
  private static JsonValue unwrapped(JsonValue value) {
    return value instanceof JsonObject object
        ? object.fields().getOrDefault("value", JsonValue.of(0))
        : value;
  }

  private void message(String name, JsonValue value, String path, boolean partial) {
    MessageType type = api.message(name);
    if (type == null) {
      return;
    }
    if (value instanceof JsonObject object) {
      fields(type, object, path, partial);
      matcher(type, object, path);
    } else if (value == JsonNull.NULL) {
      fields(type, JsonValue.object(), path, partial);
    } else if (struct) {
      refuse(path, "an object is wanted");
    }
  }

  private void matcher(MessageType type, JsonObject object, String path) {
    if (type.name().equals("envoy.type.matcher.v3.RegexMatcher")
        && object.fields().get("regex") instanceof JsonString regex
        && Text.utf8Length(regex.value()) <= 1024
        && !regex.value().contains("\\C")) {
      String problem = Regexes.problem(regex.value());
      if (problem != null) {
        refuse(join(path, "regex"), problem);
      }
    }
  }

  private void duration(FieldType field, String part, JsonValue value, String path) {
    Optional<String> form = struct ? EnvoyForm.durationProblem(value) : Optional.empty();
    if (form.isPresent()) {
      remarks.add(new EnvoyRemark(path, true, form.get(), EnvoyForm.asDuration(value)));
      return;
    }
    Optional<Duration> duration =
        value instanceof JsonString text ? Durations.parse(text.value()) : Optional.empty();
    if (duration.isEmpty()) {
      return;
    }
    for (EnvoyRule rule : field.rules()) {
      if (rule.part().equals(part)) {
        rule.judge(duration.get()).ifPresent(problem -> refuse(path, problem));
      }
    }
    if (isFillOfLocalRateLimit(field)
        && !duration.get().isZero()
        && !duration.get().isNegative()
        && duration.get().compareTo(LEAST_FILL) < 0) {
      refuse(path, "a local rate limit fills its bucket every 50ms (0.05s) at most");
    }
  }

  // Said by the filters themselves.
  private boolean isFillOfLocalRateLimit(FieldType field) {
    return field.name().equals("fill_interval")
        && around.getFirst().getValue().name().equals("envoy.type.v3.TokenBucket")
        && around.stream()
            .anyMatch(it -> it.getValue().name().endsWith(".local_ratelimit.v3.LocalRateLimit"));
  }

  private void scalar(
      FieldType field, String part, char type, JsonValue value, String path, boolean partial) {
    if (value == JsonNull.NULL) {
      return;
    }
    Optional<String> form = struct ? EnvoyForm.problem(type, value) : Optional.empty();
    if (form.isPresent()) {
      refuse(path, form.get());
      return;
    }
    Optional<BigDecimal> number = type == 'e' ? constant(field, value) : EnvoyForm.number(value);
    if (type == 'e' && number.isEmpty()) {
      if (struct) {
        remarks.add(
            EnvoyRemark.ignored(
                path,
                field.type().substring(1) + " has no such constant",
                EnvoyRemark.near(value, api.constants(field.type().substring(1)).keySet())));
        if (!partial) {
          judge(field, part, type, value, Optional.of(BigDecimal.ZERO), path);
        }
      }
      return;
    }
    boolean zero =
        type == 's'
            ? value instanceof JsonString text && text.value().isEmpty()
            : number.filter(it -> it.signum() == 0).isPresent();
    if (zero && (partial || has(field, "ignore_empty"))) {
      return;
    }
    judge(field, part, type, value, number, path);
  }

  private void judge(
      FieldType field,
      String part,
      char type,
      JsonValue value,
      Optional<BigDecimal> number,
      String path) {
    for (EnvoyRule rule : field.rules()) {
      if (rule.part().equals(part)) {
        judge(rule, field, type, value, number).ifPresent(problem -> refuse(path, problem));
      }
    }
  }

  private Optional<String> judge(
      EnvoyRule rule, FieldType field, char type, JsonValue value, Optional<BigDecimal> number) {
    if (rule.name().equals("defined_only")) {
      boolean defined =
          number.isEmpty()
              || api.constants(field.type().substring(1)).values().stream()
                  .anyMatch(it -> BigDecimal.valueOf(it).compareTo(number.get()) == 0);
      return defined
          ? Optional.empty()
          : Optional.of(field.type().substring(1) + " has no such constant");
    }
    if (type == 's') {
      return value instanceof JsonString text ? rule.judge(text.value()) : Optional.empty();
    }
    if (type == 'b') {
      return value instanceof JsonBoolean truth ? rule.judge(truth.value()) : Optional.empty();
    }
    return type == 'y' ? Optional.empty() : number.flatMap(rule::judge);
  }

  private Optional<BigDecimal> constant(FieldType field, JsonValue value) {
    if (value instanceof JsonNumber) {
      return EnvoyForm.number(value);
    }
    Map<String, Long> constants = api.constants(field.type().substring(1));
    return value instanceof JsonString text
        ? constants.entrySet().stream()
            .filter(it -> it.getKey().equalsIgnoreCase(text.value()))
            .findFirst()
            .map(it -> BigDecimal.valueOf(it.getValue()))
            .or(() -> EnvoyForm.number(value))
        : Optional.empty();
  }

  private void any(FieldType field, JsonValue value, String path, boolean partial) {
    if (!CONFIGURATIONS.contains(field.name())
        || !(value instanceof JsonObject object)
        || !(object.fields().get("@type") instanceof JsonString url)) {
      return;
    }
    String name = EnvoyTypes.name(url.value());
    if (!STRUCTS.contains(name)) {
      configuration(name, object, path, path + ".@type", partial);
      return;
    }
    if (object.fields().get("type_url") instanceof JsonString inner) {
      JsonObject given =
          value(object, "value") instanceof JsonObject fields ? fields : JsonValue.object();
      boolean before = struct;
      struct = true;
      configuration(
          EnvoyTypes.name(inner.value()), given, path + ".value", path + ".type_url", partial);
      struct = before;
    } else {
      needed(path, "type_url");
    }
  }

  private void configuration(
      String name, JsonObject object, String path, String typePath, boolean partial) {
    EnvoyTypes.problem(name, around.getFirst().getValue().name(), api)
        .ifPresent(
            remark ->
                remarks.add(
                    new EnvoyRemark(typePath, remark.refused(), remark.message(), remark.hint())));
    MessageType type = api.message(name);
    if (type != null && !name.startsWith(GOOGLE)) {
      Deque<Map.Entry<String, MessageType>> outside = new ArrayDeque<>(around);
      around.clear();
      fields(type, object, path, partial);
      around.addAll(outside);
    }
  }

  private void needed(String path, String what) {
    remarks.add(new EnvoyRemark(path, true, what + " is needed", Optional.of("Write " + what)));
  }

  private void refuse(String path, String message) {
    remarks.add(EnvoyRemark.refused(path, message));
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
