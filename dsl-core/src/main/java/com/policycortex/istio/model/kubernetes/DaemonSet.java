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
 * One pod on each node.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/daemon-set-v1/">DaemonSet</a>
 */
@IstioStyle
@Value.Immutable
public abstract non-sealed class DaemonSet extends Manifest implements WorkloadManifest {

  /** The kind {@code apps/v1 DaemonSet}. */
  public static final Kind<DaemonSet> KIND =
      new Kind<>("apps", List.of("v1"), "DaemonSet", "daemonsets", true, DaemonSet::read);

  DaemonSet() {}

  @Override
  public Kind<DaemonSet> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract DaemonSet metadata(Metadata metadata);

  /** A DaemonSet of this name, whose pods are like the template. */
  public static DaemonSet daemonSet(String name, LabelSelector selector, PodTemplate template) {
    return ImmutableDaemonSet.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .selector(selector)
        .template(template)
        .build();
  }

  /** A copy in this namespace. */
  public final DaemonSet in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** Which pods are its own; must pick the labels of {@link #template()}. */
  public abstract LabelSelector selector();

  /** A copy with this {@link #selector()}. */
  public abstract DaemonSet selector(LabelSelector selector);

  /** What its pods are like. */
  public abstract PodTemplate template();

  /** A copy with this {@link #template()}. */
  public abstract DaemonSet template(PodTemplate template);

  /** All other fields of {@code spec}, as they were read. */
  public abstract Map<String, JsonValue> more();

  /** A copy with this {@link #more()}. */
  public abstract DaemonSet more(Map<String, ? extends JsonValue> more);

  @Override
  public final PodTemplate podTemplate() {
    return template();
  }

  @Override
  public final Optional<LabelSelector> podSelector() {
    return Optional.of(selector());
  }

  static DaemonSet read(FieldReader in) {
    return in.requiredMessage("spec", spec -> readSpec(in, spec));
  }

  private static DaemonSet readSpec(FieldReader in, FieldReader spec) {
    return ImmutableDaemonSet.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .status(readStatus(in))
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
    spec.message("selector", selector());
    spec.message("template", template());
    new TreeMap<>(more()).forEach(spec::json);
  }
}
