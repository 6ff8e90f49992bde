package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Containers that run together, with one address.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/">
 *     Pod</a>
 */
@IstioStyle
@Value.Immutable
public abstract non-sealed class Pod extends Manifest implements WorkloadManifest {

  /** The kind {@code v1 Pod}. */
  public static final Kind<Pod> KIND =
      new Kind<>("", List.of("v1"), "Pod", "pods", true, Pod::read);

  Pod() {}

  @Override
  public Kind<Pod> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract Pod metadata(Metadata metadata);

  /** A pod of this name. */
  public static Pod pod(String name, PodSpec spec) {
    return ImmutablePod.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .spec(spec)
        .build();
  }

  /** A copy in this namespace. */
  public final Pod in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** A copy with a label added or replaced. */
  public final Pod label(String key, String value) {
    return metadata(metadata().label(key, value));
  }

  /** What runs in it. */
  public abstract PodSpec spec();

  /** A copy with this {@link #spec()}. */
  public abstract Pod spec(PodSpec spec);

  /** The pod as if made of a template: its labels, its annotations and {@link #spec()}. */
  @Override
  public final PodTemplate podTemplate() {
    return PodTemplate.podTemplate()
        .labels(metadata().labels())
        .annotations(metadata().annotations())
        .spec(spec());
  }

  /** Absent: nobody selects for a pod alone. */
  @Override
  public final Optional<LabelSelector> podSelector() {
    return Optional.empty();
  }

  static Pod read(FieldReader in) {
    return ImmutablePod.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .spec(in.requiredMessage("spec", PodSpec::read))
        .status(readStatus(in))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.message("spec", spec());
  }
}
