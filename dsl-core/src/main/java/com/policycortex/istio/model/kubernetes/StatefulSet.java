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
 * Pods that keep their names: {@code NAME-0}, {@code NAME-1} and so on.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/stateful-set-v1/">StatefulSet</a>
 */
@IstioStyle
@Value.Immutable
public abstract non-sealed class StatefulSet extends Manifest implements WorkloadManifest {

  /** The kind {@code apps/v1 StatefulSet}. */
  public static final Kind<StatefulSet> KIND =
      new Kind<>("apps", List.of("v1"), "StatefulSet", "statefulsets", true, StatefulSet::read);

  StatefulSet() {}

  @Override
  public Kind<StatefulSet> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract StatefulSet metadata(Metadata metadata);

  /** A StatefulSet of this name, whose pods are like the template. */
  public static StatefulSet statefulSet(String name, LabelSelector selector, PodTemplate template) {
    return ImmutableStatefulSet.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .selector(selector)
        .template(template)
        .build();
  }

  /** A copy in this namespace. */
  public final StatefulSet in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** The headless Service under which each pod has a host name of its own. */
  public abstract Optional<String> serviceName();

  /** A copy with this {@link #serviceName()}. */
  public abstract StatefulSet serviceName(String serviceName);

  /** How many pods there are. Default 1. */
  public abstract Optional<Integer> replicas();

  /** A copy with this {@link #replicas()}. */
  public abstract StatefulSet replicas(int replicas);

  /** Which pods are its own; must pick the labels of {@link #template()}. */
  public abstract LabelSelector selector();

  /** A copy with this {@link #selector()}. */
  public abstract StatefulSet selector(LabelSelector selector);

  /** What its pods are like. */
  public abstract PodTemplate template();

  /** A copy with this {@link #template()}. */
  public abstract StatefulSet template(PodTemplate template);

  /** All other fields of {@code spec}, as they were read. */
  public abstract Map<String, JsonValue> more();

  /** A copy with this {@link #more()}. */
  public abstract StatefulSet more(Map<String, ? extends JsonValue> more);

  @Override
  public final PodTemplate podTemplate() {
    return template();
  }

  @Override
  public final Optional<LabelSelector> podSelector() {
    return Optional.of(selector());
  }

  static StatefulSet read(FieldReader in) {
    return in.requiredMessage("spec", spec -> readSpec(in, spec));
  }

  private static StatefulSet readSpec(FieldReader in, FieldReader spec) {
    return ImmutableStatefulSet.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .status(readStatus(in))
        .serviceName(spec.string("serviceName"))
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
    spec.string("serviceName", serviceName());
    spec.int32("replicas", replicas());
    spec.message("selector", selector());
    spec.message("template", template());
    new TreeMap<>(more()).forEach(spec::json);
  }
}
