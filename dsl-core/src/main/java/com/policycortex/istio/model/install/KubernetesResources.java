package com.policycortex.istio.model.install;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * Settings of a part's Kubernetes resources. Those that Kubernetes defines stay as JSON.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.operator.v1alpha1/#KubernetesResources">KubernetesResources</a>
 */
@IstioStyle
@Value.Immutable
public abstract class KubernetesResources extends Message {

  KubernetesResources() {}

  /** A value that sets nothing yet. */
  public static KubernetesResources kubernetesResources() {
    return ImmutableKubernetesResources.builder().build();
  }

  /** Environment of the container. */
  public abstract List<EnvironmentVariable> env();

  /** A copy with this {@link #env()}. */
  public abstract KubernetesResources env(Iterable<? extends EnvironmentVariable> env);

  /** A copy with these added to {@link #env()}. */
  public final KubernetesResources env(EnvironmentVariable first, EnvironmentVariable... more) {
    return env(added(env(), first, more));
  }

  /** CPU and memory. */
  public abstract Optional<ResourceRequirements> resources();

  /** A copy with this {@link #resources()}. */
  public abstract KubernetesResources resources(ResourceRequirements resources);

  /** Pods. */
  public abstract Optional<Long> replicaCount();

  /** A copy with this {@link #replicaCount()}. */
  public abstract KubernetesResources replicaCount(long replicaCount);

  /** Annotations of its Service. */
  public abstract Map<String, String> serviceAnnotations();

  /** A copy with this {@link #serviceAnnotations()}. */
  public abstract KubernetesResources serviceAnnotations(
      Map<String, ? extends String> serviceAnnotations);

  /** Annotations of its pods. */
  public abstract Map<String, String> podAnnotations();

  /** A copy with this {@link #podAnnotations()}. */
  public abstract KubernetesResources podAnnotations(Map<String, ? extends String> podAnnotations);

  /** The spec of its Service. */
  public abstract Optional<JsonObject> service();

  /** A copy with this {@link #service()}. */
  public abstract KubernetesResources service(JsonObject service);

  /** All other fields. */
  public abstract Map<String, JsonValue> more();

  /** A copy with this {@link #more()}. */
  public abstract KubernetesResources more(Map<String, ? extends JsonValue> more);

  static KubernetesResources read(FieldReader in) {
    return ImmutableKubernetesResources.builder()
        .origin(in.origin())
        .env(in.messages("env", EnvironmentVariable::read))
        .resources(in.message("resources", ResourceRequirements::read))
        .replicaCount(in.uint32("replicaCount"))
        .serviceAnnotations(in.stringMap("serviceAnnotations"))
        .podAnnotations(in.stringMap("podAnnotations"))
        .service(in.jsonObject("service"))
        .more(in.rest())
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.messages("env", env());
    out.message("resources", resources());
    out.int64("replicaCount", replicaCount());
    out.stringMap("serviceAnnotations", serviceAnnotations());
    out.stringMap("podAnnotations", podAnnotations());
    out.json("service", service());
    new TreeMap<>(more()).forEach(out::json);
  }
}
