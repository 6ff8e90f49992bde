package com.policycortex.istio.model.install;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A gateway of an installation.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.operator.v1alpha1/#GatewaySpec">GatewayComponentSpec</a>
 */
@IstioStyle
@Value.Immutable
public abstract class GatewayComponentSpec extends Message {

  GatewayComponentSpec() {}

  /** A gateway of this name. */
  public static GatewayComponentSpec gatewayComponentSpec(String name) {
    return ImmutableGatewayComponentSpec.builder().name(name).build();
  }

  /** Its name; its service account is {@code NAME-service-account}. */
  public abstract String name();

  /** A copy with this {@link #name()}. */
  public abstract GatewayComponentSpec name(String name);

  /** Whether it is installed. */
  public abstract Optional<Boolean> enabled();

  /** A copy with this {@link #enabled()}. */
  public abstract GatewayComponentSpec enabled(boolean enabled);

  /** Its namespace. */
  public abstract Optional<String> componentNamespace();

  /** A copy with this {@link #componentNamespace()}. */
  public abstract GatewayComponentSpec componentNamespace(String componentNamespace);

  /** Labels by which Gateways select it. */
  public abstract Map<String, String> label();

  /** A copy with this {@link #label()}. */
  public abstract GatewayComponentSpec label(Map<String, ? extends String> label);

  /** The registry of its image. */
  public abstract Optional<String> hub();

  /** A copy with this {@link #hub()}. */
  public abstract GatewayComponentSpec hub(String hub);

  /** The tag of its image. */
  public abstract Optional<String> tag();

  /** A copy with this {@link #tag()}. */
  public abstract GatewayComponentSpec tag(String tag);

  /** Settings of its Kubernetes resources. */
  public abstract Optional<KubernetesResources> k8s();

  /** A copy with this {@link #k8s()}. */
  public abstract GatewayComponentSpec k8s(KubernetesResources k8s);

  static GatewayComponentSpec read(FieldReader in) {
    return ImmutableGatewayComponentSpec.builder()
        .origin(in.origin())
        .name(in.requiredString("name"))
        .enabled(in.bool("enabled"))
        .componentNamespace(in.string("namespace"))
        .label(in.stringMap("label"))
        .hub(in.string("hub"))
        .tag(Tags.read(in))
        .k8s(in.message("k8s", KubernetesResources::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.bool("enabled", enabled());
    out.string("namespace", componentNamespace());
    out.stringMap("label", label());
    out.string("hub", hub());
    out.string("tag", tag());
    out.message("k8s", k8s());
  }
}
