package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * A number of pods of one template; usually made by a Deployment.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/replica-set-v1/">ReplicaSet</a>
 */
@IstioStyle
@Value.Immutable
public abstract non-sealed class ReplicaSet extends Manifest implements WorkloadManifest {

  /** The kind {@code apps/v1 ReplicaSet}. */
  public static final Kind<ReplicaSet> KIND =
      new Kind<>("apps", List.of("v1"), "ReplicaSet", "replicasets", true, ReplicaSet::read);

  ReplicaSet() {}

  @Override
  public Kind<ReplicaSet> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract ReplicaSet metadata(Metadata metadata);

  /** A ReplicaSet of this name, whose pods are like the template. */
  public static ReplicaSet replicaSet(String name, LabelSelector selector, PodTemplate template) {
    return ImmutableReplicaSet.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .selector(selector)
        .template(template)
        .build();
  }

  /** A copy in this namespace. */
  public final ReplicaSet in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** How many pods there are. Default 1. */
  public abstract Optional<Integer> replicas();

  /** A copy with this {@link #replicas()}. */
  public abstract ReplicaSet replicas(int replicas);

  /** Which pods are its own; must pick the labels of {@link #template()}. */
  public abstract LabelSelector selector();

  /** A copy with this {@link #selector()}. */
  public abstract ReplicaSet selector(LabelSelector selector);

  /** What its pods are like. */
  public abstract PodTemplate template();

  /** A copy with this {@link #template()}. */
  public abstract ReplicaSet template(PodTemplate template);

  /** All other fields of {@code spec}, as they were read. */
  public abstract Map<String, JsonValue> more();

  /** A copy with this {@link #more()}. */
  public abstract ReplicaSet more(Map<String, ? extends JsonValue> more);

  @Override
  public final PodTemplate podTemplate() {
    return template();
  }

  @Override
  public final Optional<LabelSelector> podSelector() {
    return Optional.of(selector());
  }

  static ReplicaSet read(FieldReader in) {
    return in.requiredMessage("spec", spec -> readSpec(in, spec));
  }

  private static ReplicaSet readSpec(FieldReader in, FieldReader spec) {
    return ImmutableReplicaSet.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .status(readStatus(in))
        .replicas(spec.int32("replicas"))
        .selector(spec.requiredMessage("selector", LabelSelector::read))
        .template(spec.requiredMessage("template", PodTemplate::read))
        .more(spec.rest())
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.message("spec", this::writeSpec);
  }

  private void writeSpec(FieldWriter spec) {
    spec.int32("replicas", replicas());
    spec.message("selector", selector());
    spec.message("template", template());
    new TreeMap<>(more()).forEach(spec::json);
  }
}
