package com.policycortex.istio.analysis.check;

import com.policycortex.istio.analysis.check.Change.Element;
import com.policycortex.istio.analysis.check.Change.Field;
import com.policycortex.istio.analysis.check.Change.Step;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The path of a finding as steps. Keys may have dots, so it takes the value to read one. */
final class ChangePath {

  private ChangePath() {}

  /**
   * The steps to the field; empty where one of them leads nowhere.
   *
   * @param mayBeNew whether the last one may name a field that is not there yet
   */
  static Optional<List<Step>> steps(JsonValue root, String path, boolean mayBeNew) {
    List<Step> steps = new ArrayList<>();
    JsonValue at = root;
    String rest = path;
    while (!rest.isEmpty()) {
      boolean bracket = rest.startsWith("[") && rest.indexOf(']') > 0;
      int length = bracket ? rest.indexOf(']') + 1 : key(at, rest);
      String name = bracket ? rest.substring(1, length - 1) : rest.substring(0, length);
      Step step =
          bracket && !(at instanceof JsonObject) ? new Element(number(name)) : new Field(name);
      rest = rest.substring(length);
      rest = rest.startsWith(".") ? rest.substring(1) : rest;
      steps.add(step);
      Optional<JsonValue> inner = step.of(at);
      if (inner.isEmpty()) {
        boolean isNew =
            mayBeNew && rest.isEmpty() && step instanceof Field && at instanceof JsonObject;
        return isNew ? Optional.of(steps) : Optional.empty();
      }
      at = inner.get();
    }
    return Optional.of(steps);
  }

  // The longest key that the path begins with; all of it where there is none.
  private static int key(JsonValue at, String path) {
    int longest = -1;
    if (at instanceof JsonObject object) {
      for (String name : object.fields().keySet()) {
        boolean fits =
            path.startsWith(name)
                && (path.length() == name.length()
                    || ".[".indexOf(path.charAt(name.length())) >= 0);
        longest = fits ? Math.max(longest, name.length()) : longest;
      }
    }
    return longest < 0 ? path.length() : longest;
  }

  private static int number(String text) {
    boolean digits =
        !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Integer.parseInt(text) : -1;
  }
}
