package com.policycortex.istio.validation;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a field is written in a value, and holds something. */
final class FieldPresence {

  private static final Pattern STEPS = Pattern.compile("[.\\[\\]]+");

  private FieldPresence() {}

  /**
   * Whether the value has the field; false where that cannot be said.
   *
   * @param field names and numbers of elements, for example {@code headers.request.set} or {@code
   *     hosts[1]}; empty for the value itself
   */
  static boolean isThere(Object value, String field) {
    if (field.isEmpty()) {
      return true;
    }
    if (!(value instanceof Message message)) {
      return false;
    }
    JsonObject json = JsonValue.of(message);
    if (value instanceof Manifest && json.fields().get("spec") instanceof JsonObject spec) {
      return isThere(spec, steps(field)) || isThere(json, steps(field));
    }
    return isThere(json, steps(field));
  }

  private static List<String> steps(String field) {
    return STEPS.splitAsStream(field).filter(step -> !step.isEmpty()).toList();
  }

  private static boolean isThere(JsonValue value, List<String> steps) {
    if (steps.isEmpty()) {
      return !isEmpty(value);
    }
    String step = steps.get(0);
    List<String> rest = steps.subList(1, steps.size());
    if (value instanceof JsonArray array && isNumber(step)) {
      int index = Integer.parseInt(step);
      return index < array.values().size() && isThere(array.values().get(index), rest);
    }
    if (value instanceof JsonObject object) {
      JsonValue inner = object.fields().get(step);
      return inner != null && isThere(inner, rest);
    }
    return false;
  }

  private static boolean isEmpty(JsonValue value) {
    return (value instanceof JsonArray array && array.values().isEmpty())
        || (value instanceof JsonObject object && object.fields().isEmpty());
  }

  private static boolean isNumber(String step) {
    return step.length() < 6 && step.chars().allMatch(Character::isDigit);
  }
}
