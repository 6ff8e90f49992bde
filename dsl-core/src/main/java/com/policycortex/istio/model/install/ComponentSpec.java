package com.policycortex.istio.model.install;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A part of an installation.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.operator.v1alpha1/#ComponentSpec">ComponentSpec</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ComponentSpec extends Message {

  ComponentSpec() {}

  /** A value that sets nothing yet. */
  public static ComponentSpec componentSpec() {
    return ImmutableComponentSpec.builder().build();
  }

  /** Whether it is installed. */
  public abstract Optional<Boolean> enabled();

  /** A copy with this {@link #enabled()}. */
  public abstract ComponentSpec enabled(boolean enabled);

  /** Its namespace. */
  public abstract Optional<String> componentNamespace();

  /** A copy with this {@link #componentNamespace()}. */
  public abstract ComponentSpec componentNamespace(String componentNamespace);

  /** The registry of its image. */
  public abstract Optional<String> hub();

  /** A copy with this {@link #hub()}. */
  public abstract ComponentSpec hub(String hub);

  /** The tag of its image. */
  public abstract Optional<String> tag();

  /** A copy with this {@link #tag()}. */
  public abstract ComponentSpec tag(String tag);

  /** Settings of its Kubernetes resources. */
  public abstract Optional<KubernetesResources> k8s();

  /** A copy with this {@link #k8s()}. */
  public abstract ComponentSpec k8s(KubernetesResources k8s);

  static ComponentSpec read(FieldReader in) {
    return ImmutableComponentSpec.builder()
        .origin(in.origin())
        .enabled(in.bool("enabled"))
        .componentNamespace(in.string("namespace"))
        .hub(in.string("hub"))
        .tag(Tags.read(in))
        .k8s(in.message("k8s", KubernetesResources::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.bool("enabled", enabled());
    out.string("namespace", componentNamespace());
    out.string("hub", hub());
    out.string("tag", tag());
    out.message("k8s", k8s());
  }
}
