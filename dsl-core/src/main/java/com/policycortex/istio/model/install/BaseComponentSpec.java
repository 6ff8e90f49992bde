package com.policycortex.istio.model.install;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The CRDs of an installation.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.operator.v1alpha1/#BaseComponentSpec">BaseComponentSpec</a>
 */
@IstioStyle
@Value.Immutable
public abstract class BaseComponentSpec extends Message {

  BaseComponentSpec() {}

  /** A value that sets nothing yet. */
  public static BaseComponentSpec baseComponentSpec() {
    return ImmutableBaseComponentSpec.builder().build();
  }

  /** Whether they are installed. */
  public abstract Optional<Boolean> enabled();

  /** A copy with this {@link #enabled()}. */
  public abstract BaseComponentSpec enabled(boolean enabled);

  /** Settings of its Kubernetes resources. */
  public abstract Optional<KubernetesResources> k8s();

  /** A copy with this {@link #k8s()}. */
  public abstract BaseComponentSpec k8s(KubernetesResources k8s);

  static BaseComponentSpec read(FieldReader in) {
    return ImmutableBaseComponentSpec.builder()
        .origin(in.origin())
        .enabled(in.bool("enabled"))
        .k8s(in.message("k8s", KubernetesResources::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.bool("enabled", enabled());
    out.message("k8s", k8s());
  }
}
