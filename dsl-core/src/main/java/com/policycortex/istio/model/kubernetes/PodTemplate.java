package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the pods of a workload are like ({@code PodTemplateSpec}).
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-template-v1/#PodTemplateSpec">PodTemplateSpec</a>
 */
@IstioStyle
@Value.Immutable
public abstract class PodTemplate extends Message {

  PodTemplate() {}

  /** A value that sets nothing yet. */
  public static PodTemplate podTemplate() {
    return ImmutablePodTemplate.builder().build();
  }

  /** Labels and annotations of the pods. */
  public abstract Optional<Metadata> metadata();

  /** A copy with this {@link #metadata()}. */
  public abstract PodTemplate metadata(Metadata metadata);

  /** What runs in them. */
  public abstract Optional<PodSpec> spec();

  /** A copy with this {@link #spec()}. */
  public abstract PodTemplate spec(PodSpec spec);

  /** The pods' labels, by which Services and policies select them. */
  public final Map<String, String> labels() {
    return metadata().map(Metadata::labels).orElse(Map.of());
  }

  /** A copy with these {@link #labels()} in place of the old. */
  public final PodTemplate labels(Map<String, ? extends String> labels) {
    return metadata(metadata().orElseGet(Metadata::unnamed).labels(labels));
  }

  /** Who the pods are: {@link PodSpec#effectiveServiceAccountName()}. */
  public final String serviceAccountName() {
    return spec().map(PodSpec::effectiveServiceAccountName).orElse(PodSpec.DEFAULT_SERVICE_ACCOUNT);
  }

  /** The pods' annotations: for a mesh, how a sidecar is injected and set. */
  public final Map<String, String> annotations() {
    return metadata().map(Metadata::annotations).orElse(Map.of());
  }

  /** A copy with these {@link #annotations()} in place of the old. */
  public final PodTemplate annotations(Map<String, ? extends String> annotations) {
    return metadata(metadata().orElseGet(Metadata::unnamed).annotations(annotations));
  }

  static PodTemplate read(FieldReader in) {
    return ImmutablePodTemplate.builder()
        .origin(in.origin())
        .metadata(in.message("metadata", Metadata::readUnnamed))
        .spec(in.message("spec", PodSpec::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("metadata", metadata());
    out.message("spec", spec());
  }
}
