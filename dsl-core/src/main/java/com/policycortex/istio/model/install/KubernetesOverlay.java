package com.policycortex.istio.model.install;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Changes of one generated resource.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.operator.v1alpha1/#K8sObjectOverlay">K8sObjectOverlay</a>
 */
@IstioStyle
@Value.Immutable
public abstract class KubernetesOverlay extends Message {

  KubernetesOverlay() {}

  /** No changes yet of this resource. */
  public static KubernetesOverlay kubernetesOverlay(String kind, String name) {
    return ImmutableKubernetesOverlay.builder().kind(kind).name(name).build();
  }

  /** Its apiVersion. */
  public abstract Optional<String> apiVersion();

  /** A copy with this {@link #apiVersion()}. */
  public abstract KubernetesOverlay apiVersion(String apiVersion);

  /** Its kind. */
  public abstract Optional<String> kind();

  /** A copy with this {@link #kind()}. */
  public abstract KubernetesOverlay kind(String kind);

  /** Its name. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract KubernetesOverlay name(String name);

  /** The changes, in their order. */
  public abstract List<OverlayPatch> patches();

  /** A copy with this {@link #patches()}. */
  public abstract KubernetesOverlay patches(Iterable<? extends OverlayPatch> patches);

  /** A copy with these added to {@link #patches()}. */
  public final KubernetesOverlay patches(OverlayPatch first, OverlayPatch... more) {
    return patches(added(patches(), first, more));
  }

  static KubernetesOverlay read(FieldReader in) {
    return ImmutableKubernetesOverlay.builder()
        .origin(in.origin())
        .apiVersion(in.string("apiVersion"))
        .kind(in.string("kind"))
        .name(in.string("name"))
        .patches(in.messages("patches", OverlayPatch::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("apiVersion", apiVersion());
    out.string("kind", kind());
    out.string("name", name());
    out.messages("patches", patches());
  }
}
