package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonBoolean;
import com.policycortex.istio.wire.JsonValue.JsonNull;
import com.policycortex.istio.wire.JsonValue.JsonNumber;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.JsonValue.JsonString;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The fields of ObjectMeta that a cluster fills in and that people seldom write. */
final class ObjectMetaRules {

  private static final BigDecimal INT64_LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal INT64_MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private static final Type TEXT = new Type("a text", JsonString.class::isInstance, Map.of());
  private static final Type TRUTH =
      new Type("true or false", JsonBoolean.class::isInstance, Map.of());
  private static final Type INTEGER = new Type("a whole number", ObjectMetaRules::isLong, Map.of());
  private static final Type TIME =
      new Type("a time, for example 2020-01-31T12:00:00Z", ObjectMetaRules::isTime, Map.of());
  private static final Type ANYTHING = new Type("", value -> true, Map.of());
  private static final Type OWNER =
      object(
          Map.of(
              "apiVersion", TEXT,
              "kind", TEXT,
              "name", TEXT,
              "uid", TEXT,
              "controller", TRUTH,
              "blockOwnerDeletion", TRUTH));
  private static final Type MANAGED =
      object(
          Map.of(
              "manager", TEXT,
              "operation", TEXT,
              "apiVersion", TEXT,
              "time", TIME,
              "fieldsType", TEXT,
              "fieldsV1", ANYTHING,
              "subresource", TEXT));

  private static final Map<String, Type> FIELDS =
      Map.ofEntries(
          Map.entry("generateName", TEXT),
          Map.entry("creationTimestamp", TIME),
          Map.entry("deletionGracePeriodSeconds", INTEGER),
          Map.entry("deletionTimestamp", TIME),
          Map.entry("finalizers", TEXT.each()),
          Map.entry("generation", INTEGER),
          Map.entry("managedFields", MANAGED.each()),
          Map.entry("ownerReferences", OWNER.each()),
          Map.entry("resourceVersion", TEXT),
          Map.entry("selfLink", TEXT),
          Map.entry("uid", TEXT));

  static final List<Rule<Manifest>> ALL =
      List.of(
          Rule.error(
              "META-FIELD",
              Gate.API_SERVER,
              "Remove it: the cluster fills it in",
              (manifest, report) -> {
                if (!manifest.metadata().more().isEmpty()) {
                  manifest.metadata().more().forEach((n, v) -> field(n, v, manifest, report));
                }
              }),
          Rule.error(
              "META-FINALIZERS",
              Gate.API_SERVER,
              "Write a finalizer as a DNS prefix, '/' and a name",
              (manifest, report) -> finalizers(texts(manifest, "finalizers"), report)),
          Rule.error(
              "META-OWNERS",
              Gate.API_SERVER,
              "Write the owner's apiVersion, kind, name and uid, and controller: true for one only",
              (manifest, report) -> owners(manifest, report)));

  private ObjectMetaRules() {}

  private static void field(String name, JsonValue value, Manifest manifest, Report report) {
    Type type = FIELDS.get(name);
    if (type != null) {
      type.check("metadata." + name, value, report::add);
    }
    if (name.equals("generation") && keepsGeneration(manifest)) {
      generation(value, report);
    }
  }

  // The API server counts the generations of all other kinds itself, and ignores what is written.
  private static boolean keepsGeneration(Manifest manifest) {
    return manifest.kind().group().isEmpty() && !manifest.kind().name().equals("Pod");
  }

  private static void generation(JsonValue value, Report report) {
    if (value instanceof JsonNumber number && number.value().signum() < 0) {
      report.add("metadata.generation", "A generation is not negative");
    }
  }

  private static void finalizers(List<String> finalizers, Report report) {
    for (int i = 0; i < finalizers.size(); i++) {
      if (!MetadataRules.isKey(finalizers.get(i))) {
        report.add(
            "metadata.finalizers[" + i + "]",
            Text.quote(finalizers.get(i)) + " is not the name of a finalizer");
      }
    }
    if (finalizers.contains("orphan") && finalizers.contains("foregroundDeletion")) {
      report.add("metadata.finalizers", "orphan and foregroundDeletion exclude each other");
    }
  }

  // An owner that is named twice counts once, as in the API server.
  private static void owners(Manifest manifest, Report report) {
    List<JsonValue> named = elements(manifest, "ownerReferences");
    if (named.isEmpty()) {
      return;
    }
    List<JsonValue> owners = named.stream().distinct().toList();
    int controllers = 0;
    for (int i = 0; i < owners.size(); i++) {
      JsonObject owner = owners.get(i) instanceof JsonObject object ? object : JsonValue.object();
      String problem = problemWithOwner(owner);
      if (problem != null) {
        report.add("metadata.ownerReferences[" + i + "]", problem);
      }
      controllers += owner.get("controller").equals(Optional.of(JsonValue.of(true))) ? 1 : 0;
    }
    if (controllers > 1) {
      report.add("metadata.ownerReferences", controllers + " owners are the controller");
    }
  }

  private static @Nullable String problemWithOwner(JsonObject owner) {
    String apiVersion = text(owner, "apiVersion");
    String[] parts = apiVersion.split("/", -1);
    if (parts.length > 2 || parts[parts.length - 1].isEmpty()) {
      return "The owner has no apiVersion";
    }
    for (String field : List.of("kind", "name", "uid")) {
      if (text(owner, field).isEmpty()) {
        return "The owner has no " + field;
      }
    }
    boolean event = text(owner, "kind").equals("Event");
    return event && (apiVersion.equals("v1") || apiVersion.equals("/v1"))
        ? "An Event cannot own anything"
        : null;
  }

  private static String text(JsonObject object, String field) {
    return object.get(field).orElse(null) instanceof JsonString text ? text.value() : "";
  }

  private static List<JsonValue> elements(Manifest manifest, String field) {
    return manifest.metadata().more().get(field) instanceof JsonArray array
        ? array.values()
        : List.of();
  }

  private static List<String> texts(Manifest manifest, String field) {
    List<JsonValue> elements = elements(manifest, field);
    return elements.isEmpty()
        ? List.of()
        : elements.stream()
            .map(value -> value instanceof JsonString text ? text.value() : "")
            .toList();
  }

  private static boolean isLong(JsonValue value) {
    return value instanceof JsonNumber number
        && number.value().stripTrailingZeros().scale() <= 0
        && number.value().compareTo(INT64_LEAST) >= 0
        && number.value().compareTo(INT64_MOST) <= 0;
  }

  private static boolean isTime(JsonValue value) {
    return value instanceof JsonString text && Times.isRfc3339(text.value());
  }

  private static Type object(Map<String, Type> fields) {
    return new Type("an object", JsonObject.class::isInstance, fields);
  }

  /** What a field holds; null stands for nothing, everywhere. */
  private record Type(String name, Predicate<JsonValue> is, Map<String, Type> fields) {

    Type each() {
      return new Type("a list", JsonArray.class::isInstance, Map.of("", this));
    }

    void check(String where, JsonValue value, BiConsumer<String, String> problems) {
      if (value == JsonNull.NULL) {
        return;
      }
      if (!is.test(value)) {
        problems.accept(where, "This is not " + name);
      } else if (value instanceof JsonArray array && fields.containsKey("")) {
        for (int i = 0; i < array.values().size(); i++) {
          fields.get("").check(where + "[" + i + "]", array.values().get(i), problems);
        }
      } else if (value instanceof JsonObject object && !fields.isEmpty()) {
        object
            .fields()
            .forEach(
                (field, inner) -> {
                  Type type = fields.get(field);
                  if (type == null) {
                    problems.accept(where + "." + field, "There is no such field");
                  } else {
                    type.check(where + "." + field, inner, problems);
                  }
                });
      }
    }
  }
}
