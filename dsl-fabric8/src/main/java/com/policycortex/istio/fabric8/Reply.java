package com.policycortex.istio.fabric8;

import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.JsonValue.JsonString;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the API server answered.
 *
 * @param code the HTTP status code
 * @param text the body
 * @param warnings the texts of its warnings
 */
record Reply(int code, String text, List<String> warnings) {

  static final int NOT_FOUND = 404;

  // RFC 7234, 5.5: code, agent, quoted text.
  private static final Pattern WARNING = Pattern.compile("\\d{3} \\S+ \"((?:[^\"\\\\]|\\\\.)*)\"");

  static Reply of(int code, String text, List<String> warningHeaders) {
    List<String> warnings = new ArrayList<>();
    for (String header : warningHeaders) {
      Matcher warning = WARNING.matcher(header);
      while (warning.find()) {
        warnings.add(warning.group(1).replaceAll("\\\\(.)", "$1"));
      }
    }
    return new Reply(code, text, List.copyOf(warnings));
  }

  boolean isSuccess() {
    return code >= 200 && code < 300;
  }

  /** The body as JSON; empty if it is none, as from a proxy on the way. */
  Optional<JsonObject> json() {
    try {
      return text.stripLeading().startsWith("{")
          ? Optional.of(JsonTree.parse(text).root())
          : Optional.empty();
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** The text of a field of the body, or of an object in it; empty if there is none. */
  static String string(JsonObject object, String name) {
    return object.get(name).orElse(object) instanceof JsonString text ? text.value() : "";
  }

  /** The object of that name; one without fields if there is none. */
  static JsonObject object(JsonObject object, String name) {
    return object.get(name).orElse(JsonValue.object()) instanceof JsonObject inner
        ? inner
        : JsonValue.object();
  }

  /** The objects of the list of that name. */
  static List<JsonObject> objects(JsonObject object, String name) {
    return object.get(name).orElse(object) instanceof JsonArray array
        ? array.values().stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .toList()
        : List.of();
  }
}
