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
 * Pods that are replaced by and by when their template changes.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/deployment-v1/">Deployment</a>
 */
@IstioStyle
@Value.Immutable
public abstract non-sealed class Deployment extends Manifest implements WorkloadManifest {

  /** The kind {@code apps/v1 Deployment}. */
  public static final Kind<Deployment> KIND =
      new Kind<>("apps", List.of("v1"), "Deployment", "deployments", true, Deployment::read);

  Deployment() {}

  @Override
  public Kind<Deployment> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract Deployment metadata(Metadata metadata);

  /** A Deployment of this name, whose pods are like the template. */
  public static Deployment deployment(String name, LabelSelector selector, PodTemplate template) {
    return ImmutableDeployment.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .selector(selector)
        .template(template)
        .build();
  }

  /** A copy in this namespace. */
  public final Deployment in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** How many pods there are. Default 1. */
  public abstract Optional<Integer> replicas();

  /** A copy with this {@link #replicas()}. */
  public abstract Deployment replicas(int replicas);

  /** Which pods are its own; must pick the labels of {@link #template()}. */
  public abstract LabelSelector selector();

  /** A copy with this {@link #selector()}. */
  public abstract Deployment selector(LabelSelector selector);

  /** What its pods are like. */
  public abstract PodTemplate template();

  /** A copy with this {@link #template()}. */
  public abstract Deployment template(PodTemplate template);

  /** All other fields of {@code spec}, as they were read. */
  public abstract Map<String, JsonValue> more();

  /** A copy with this {@link #more()}. */
  public abstract Deployment more(Map<String, ? extends JsonValue> more);

  @Override
  public final PodTemplate podTemplate() {
    return template();
  }

  @Override
  public final Optional<LabelSelector> podSelector() {
    return Optional.of(selector());
  }

  static Deployment read(FieldReader in) {
    return in.requiredMessage("spec", spec -> readSpec(in, spec));
  }

  private static Deployment readSpec(FieldReader in, FieldReader spec) {
    return ImmutableDeployment.builder()
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
