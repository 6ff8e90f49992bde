package com.policycortex.istio.model;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * A manifest's metadata, Kubernetes' {@code ObjectMeta}.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/">
 *     ObjectMeta</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Metadata extends Message {

  Metadata() {}

  /** Metadata of a name only. */
  public static Metadata metadata(String name) {
    return ImmutableMetadata.builder().name(name).build();
  }

  /**
   * Metadata where there need be no name: of a pod's template, of a document that is not for a
   * cluster.
   */
  public static Metadata unnamed() {
    return unnamed(metadata(""));
  }

  static Metadata unnamed(Metadata metadata) {
    return metadata.isUnnamed(true);
  }

  /**
   * The name, unique for its kind within its namespace. Empty where {@code generateName} is used.
   */
  public abstract String name();

  /** A copy with this {@link #name() name}. */
  public abstract Metadata name(String name);

  /** The namespace; absent for cluster-wide kinds, or where applying decides. */
  public abstract Optional<String> namespace();

  /** A copy with this {@link #namespace() namespace}. */
  public abstract Metadata namespace(String namespace);

  /** Labels, by which selectors find the manifest. */
  public abstract Map<String, String> labels();

  /** A copy with these {@link #labels() labels} in place of the old. */
  public abstract Metadata labels(Map<String, ? extends String> labels);

  /** Annotations: notes for tools and people. */
  public abstract Map<String, String> annotations();

  /** A copy with these {@link #annotations() annotations} in place of the old. */
  public abstract Metadata annotations(Map<String, ? extends String> annotations);

  /** Everything else that ObjectMeta has, as it was read. */
  public abstract Map<String, JsonValue> more();

  /** None: the API server forgets labels and annotations that are empty. */
  @Override
  @Value.Derived
  public Set<String> emptyFields() {
    return Set.of();
  }

  /** A copy with a label added or replaced. */
  public final Metadata label(String key, String value) {
    return labels(added(labels(), key, value));
  }

  /** A copy with an annotation added or replaced. */
  public final Metadata annotation(String key, String value) {
    return annotations(added(annotations(), key, value));
  }

  private static Map<String, String> added(Map<String, String> map, String key, String value) {
    Map<String, String> changed = new TreeMap<>(map);
    changed.put(key, value);
    return changed;
  }

  /** Reads metadata, which must have a name. */
  public static Metadata read(FieldReader in) {
    Optional<String> generateName = in.string("generateName");
    return read(
        in,
        generateName,
        generateName.isPresent() ? in.string("name").orElse("") : in.requiredString("name"));
  }

  /** Reads the metadata of a document that is not for a cluster and may have no name. */
  public static Metadata readUnnamed(FieldReader in) {
    return unnamed(read(in, in.string("generateName"), in.string("name").orElse("")));
  }

  // A name that must be there is written though it is empty: to be found when it is read again.
  @Value.Auxiliary
  abstract Optional<Boolean> isUnnamed();

  abstract Metadata isUnnamed(boolean isUnnamed);

  private boolean isNameWritten() {
    return !name().isEmpty() || (isUnnamed().isEmpty() && !more().containsKey("generateName"));
  }

  private static Metadata read(FieldReader in, Optional<String> generateName, String name) {
    ImmutableMetadata.Builder metadata = ImmutableMetadata.builder().name(name);
    metadata.namespace(in.string("namespace"));
    metadata.labels(in.stringMap("labels"));
    metadata.annotations(in.stringMap("annotations"));
    generateName.ifPresent(text -> metadata.putMore("generateName", JsonValue.of(text)));
    for (String field : ObjectMetaFields.UNTYPED) {
      Optional<JsonValue> value = in.json(field);
      if (value.isPresent()) {
        metadata.putMore(field, value.get());
      }
    }
    return metadata.build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    if (isNameWritten()) {
      out.string("name", name());
    }
    out.string("namespace", namespace());
    out.stringMap("labels", labels());
    out.stringMap("annotations", annotations());
    new TreeMap<>(more()).forEach(out::json);
  }
}
