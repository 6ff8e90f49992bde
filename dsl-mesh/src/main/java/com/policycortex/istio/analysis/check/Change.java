package com.policycortex.istio.analysis.check;

import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A manifest with some fields changed, which are named by paths as findings name them, for example
 * {@code spec.http[0].route[1].weight} or {@code metadata.annotations[istio.io/rev]}.
 *
 * <p>A step that cannot be made, because there is no such field, makes the whole change void:
 * {@link #manifest()} is then empty.
 */
public final class Change {

  private final Manifest manifest;
  private final Optional<JsonObject> fields;

  private Change(Manifest manifest, Optional<JsonObject> fields) {
    this.manifest = manifest;
    this.fields = fields;
  }

  /** Nothing is changed yet. */
  static Change of(Manifest manifest) {
    return new Change(manifest, Optional.of(JsonValue.of(manifest)));
  }

  /** A text in place of the field's value; the field may be new, the object around it not. */
  public Change set(String path, String value) {
    return set(path, JsonValue.of(value));
  }

  /** A value in place of the field's; the field may be new, the object around it not. */
  public Change set(String path, JsonValue value) {
    return with(path, true, (at, steps) -> put(at, steps, Optional.of(value)));
  }

  /** A text under a key of a map of texts, which may be new as well. */
  public Change put(String map, String key, String value) {
    JsonValue old = at(map).orElse(JsonValue.object());
    return old instanceof JsonObject object ? set(map, object.with(key, value)) : voided();
  }

  /** Without a field, or element of a list. A list that has no other element is left out too. */
  public Change remove(String path) {
    return with(path, false, (at, steps) -> put(at, steps, Optional.empty()));
  }

  /** Without an object, if it is there and has no field. */
  public Change removeIfEmpty(String path) {
    return at(path).filter(JsonValue.object()::equals).isPresent() ? remove(path) : this;
  }

  /** One more element in a list, before the one that has this place, or behind the last. */
  public Change insert(String path, JsonValue element) {
    int bracket = path.lastIndexOf('[');
    String list = path.substring(0, bracket);
    int index = Integer.parseInt(path.substring(bracket + 1, path.length() - 1));
    if (!(at(list).orElse(JsonValue.JsonNull.NULL) instanceof JsonArray array)
        || index > array.values().size()) {
      return voided();
    }
    List<JsonValue> values = new ArrayList<>(array.values());
    values.add(index, element);
    return set(list, new JsonArray(values));
  }

  /** Another key for a field, in its place; void if there is one of that name. */
  public Change rename(String path, String name) {
    return with(path, false, (at, steps) -> renamed(at, steps, name));
  }

  /** This, if the condition holds; else nothing. */
  public Change onlyIf(boolean condition) {
    return condition ? this : voided();
  }

  /** How many elements the list of this path has; 0 where there is no list. */
  public int size(String path) {
    return at(path).orElse(JsonValue.JsonNull.NULL) instanceof JsonArray list
        ? list.values().size()
        : 0;
  }

  /** The value of a field; empty where it is not there. */
  public Optional<JsonValue> at(String path) {
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<Step>> steps = ChangePath.steps(fields.get(), path, false);
    Optional<JsonValue> at = steps.map(found -> fields.get());
    for (Step step : steps.orElse(List.of())) {
      at = at.flatMap(step::of);
    }
    return at;
  }

  /** The changed manifest; empty where the change is void, or what it makes is no such manifest. */
  Optional<Manifest> manifest() {
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    ReadResult read = ManifestReader.read(manifest.origin().file(), fields.get());
    boolean right =
        read.manifests().size() == 1
            && read.findings().stream().noneMatch(found -> found.severity() == Severity.ERROR)
            && read.manifests().get(0).resourceId().equals(manifest.resourceId())
            && !read.manifests().get(0).equals(manifest);
    return right ? Optional.of(read.manifests().get(0)) : Optional.empty();
  }

  /** One step from a value to one within it. */
  sealed interface Step {
    /** The value there. */
    Optional<JsonValue> of(JsonValue around);
  }

  /** To a field of an object. */
  record Field(String name) implements Step {
    @Override
    public Optional<JsonValue> of(JsonValue around) {
      return around instanceof JsonObject object ? object.get(name) : Optional.empty();
    }
  }

  /** To an element of a list. */
  record Element(int index) implements Step {
    @Override
    public Optional<JsonValue> of(JsonValue around) {
      return around instanceof JsonArray list && index >= 0 && index < list.values().size()
          ? Optional.of(list.values().get(index))
          : Optional.empty();
    }
  }

  private interface Edit {
    Optional<JsonValue> of(JsonValue at, List<Step> steps);
  }

  private Change with(String path, boolean mayBeNew, Edit edit) {
    return fields
        .flatMap(
            object ->
                ChangePath.steps(object, path, mayBeNew).flatMap(steps -> edit.of(object, steps)))
        .filter(JsonObject.class::isInstance)
        .map(changed -> new Change(manifest, Optional.of((JsonObject) changed)))
        .orElseGet(this::voided);
  }

  private Change voided() {
    return new Change(manifest, Optional.empty());
  }

  // Empty where nothing is left of the value. The steps are known to be there.
  private static Optional<JsonValue> put(
      JsonValue at, List<Step> steps, Optional<JsonValue> value) {
    if (steps.isEmpty()) {
      return value;
    }
    Step first = steps.get(0);
    Optional<JsonValue> now =
        steps.size() == 1
            ? value
            : first.of(at).flatMap(inner -> put(inner, steps.subList(1, steps.size()), value));
    if (first instanceof Element element && at instanceof JsonArray list) {
      List<JsonValue> values = new ArrayList<>(list.values());
      if (now.isPresent()) {
        values.set(element.index(), now.get());
      } else {
        values.remove(element.index());
      }
      return values.isEmpty() ? Optional.empty() : Optional.of(new JsonArray(values));
    }
    Map<String, JsonValue> changed = new LinkedHashMap<>(((JsonObject) at).fields());
    String name = ((Field) first).name();
    if (now.isPresent()) {
      changed.put(name, now.get());
    } else {
      changed.remove(name);
    }
    return Optional.of(new JsonObject(changed));
  }

  private static Optional<JsonValue> renamed(JsonValue at, List<Step> steps, String name) {
    Step first = steps.get(0);
    if (steps.size() > 1) {
      return first
          .of(at)
          .flatMap(inner -> renamed(inner, steps.subList(1, steps.size()), name))
          .flatMap(inner -> put(at, List.of(first), Optional.of(inner)));
    }
    if (!(at instanceof JsonObject object) || object.get(name).isPresent()) {
      return Optional.empty();
    }
    Map<String, JsonValue> changed = new LinkedHashMap<>();
    object
        .fields()
        .forEach((key, value) -> changed.put(first.equals(new Field(key)) ? name : key, value));
    return Optional.of(new JsonObject(changed));
  }
}
