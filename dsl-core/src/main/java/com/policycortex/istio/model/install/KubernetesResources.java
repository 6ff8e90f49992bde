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
import org.immutables.value.Value;

/**
 * Settings of a part's Kubernetes resources. Those that Kubernetes defines stay as JSON.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.operator.v1alpha1/#KubernetesResourcesSpec">KubernetesResources</a>
 */
@IstioStyle
@Value.Immutable
public abstract class KubernetesResources extends Message {

  KubernetesResources() {}

  /** A value that sets nothing yet. */
  public static KubernetesResources kubernetesResources() {
    return ImmutableKubernetesResources.builder().build();
  }

  /** Which nodes its pods want or avoid. */
  public abstract Optional<JsonObject> affinity();

  /** A copy with this {@link #affinity()}. */
  public abstract KubernetesResources affinity(JsonObject affinity);

  /** Environment of the container. */
  public abstract List<EnvironmentVariable> env();

  /** A copy with this {@link #env()}. */
  public abstract KubernetesResources env(Iterable<? extends EnvironmentVariable> env);

  /** A copy with these added to {@link #env()}. */
  public final KubernetesResources env(EnvironmentVariable first, EnvironmentVariable... more) {
    return env(added(env(), first, more));
  }

  /** The spec of its HorizontalPodAutoscaler. */
  public abstract Optional<JsonObject> hpaSpec();

  /** A copy with this {@link #hpaSpec()}. */
  public abstract KubernetesResources hpaSpec(JsonObject hpaSpec);

  /** {@code Always}, {@code IfNotPresent} or {@code Never}. */
  public abstract Optional<String> imagePullPolicy();

  /** A copy with this {@link #imagePullPolicy()}. */
  public abstract KubernetesResources imagePullPolicy(String imagePullPolicy);

  /** Labels of its nodes. */
  public abstract Map<String, String> nodeSelector();

  /** A copy with this {@link #nodeSelector()}. */
  public abstract KubernetesResources nodeSelector(Map<String, ? extends String> nodeSelector);

  /** The spec of its PodDisruptionBudget. */
  public abstract Optional<JsonObject> podDisruptionBudget();

  /** A copy with this {@link #podDisruptionBudget()}. */
  public abstract KubernetesResources podDisruptionBudget(JsonObject podDisruptionBudget);

  /** Annotations of its pods. */
  public abstract Map<String, String> podAnnotations();

  /** A copy with this {@link #podAnnotations()}. */
  public abstract KubernetesResources podAnnotations(Map<String, ? extends String> podAnnotations);

  /** The priority of its pods. */
  public abstract Optional<String> priorityClassName();

  /** A copy with this {@link #priorityClassName()}. */
  public abstract KubernetesResources priorityClassName(String priorityClassName);

  /** How its pods tell that they are ready. */
  public abstract Optional<JsonObject> readinessProbe();

  /** A copy with this {@link #readinessProbe()}. */
  public abstract KubernetesResources readinessProbe(JsonObject readinessProbe);

  /** Pods. */
  public abstract Optional<Long> replicaCount();

  /** A copy with this {@link #replicaCount()}. */
  public abstract KubernetesResources replicaCount(long replicaCount);

  /** CPU and memory. */
  public abstract Optional<ResourceRequirements> resources();

  /** A copy with this {@link #resources()}. */
  public abstract KubernetesResources resources(ResourceRequirements resources);

  /** The spec of its Service. */
  public abstract Optional<JsonObject> service();

  /** A copy with this {@link #service()}. */
  public abstract KubernetesResources service(JsonObject service);

  /** How its pods are replaced. */
  public abstract Optional<JsonObject> strategy();

  /** A copy with this {@link #strategy()}. */
  public abstract KubernetesResources strategy(JsonObject strategy);

  /** Taints of nodes that its pods bear. */
  public abstract List<JsonValue> tolerations();

  /** A copy with this {@link #tolerations()}. */
  public abstract KubernetesResources tolerations(Iterable<? extends JsonValue> tolerations);

  /** A copy with these added to {@link #tolerations()}. */
  public final KubernetesResources tolerations(JsonValue first, JsonValue... more) {
    return tolerations(added(tolerations(), first, more));
  }

  /** Annotations of its Service. */
  public abstract Map<String, String> serviceAnnotations();

  /** A copy with this {@link #serviceAnnotations()}. */
  public abstract KubernetesResources serviceAnnotations(
      Map<String, ? extends String> serviceAnnotations);

  /** Under whom its pods run. */
  public abstract Optional<JsonObject> securityContext();

  /** A copy with this {@link #securityContext()}. */
  public abstract KubernetesResources securityContext(JsonObject securityContext);

  /** Further volumes. */
  public abstract List<JsonValue> volumes();

  /** A copy with this {@link #volumes()}. */
  public abstract KubernetesResources volumes(Iterable<? extends JsonValue> volumes);

  /** A copy with these added to {@link #volumes()}. */
  public final KubernetesResources volumes(JsonValue first, JsonValue... more) {
    return volumes(added(volumes(), first, more));
  }

  /** Where they are mounted. */
  public abstract List<JsonValue> volumeMounts();

  /** A copy with this {@link #volumeMounts()}. */
  public abstract KubernetesResources volumeMounts(Iterable<? extends JsonValue> volumeMounts);

  /** A copy with these added to {@link #volumeMounts()}. */
  public final KubernetesResources volumeMounts(JsonValue first, JsonValue... more) {
    return volumeMounts(added(volumeMounts(), first, more));
  }

  /** Changes of whatever is generated. */
  public abstract List<KubernetesOverlay> overlays();

  /** A copy with this {@link #overlays()}. */
  public abstract KubernetesResources overlays(Iterable<? extends KubernetesOverlay> overlays);

  /** A copy with these added to {@link #overlays()}. */
  public final KubernetesResources overlays(KubernetesOverlay first, KubernetesOverlay... more) {
    return overlays(added(overlays(), first, more));
  }

  static KubernetesResources read(FieldReader in) {
    return ImmutableKubernetesResources.builder()
        .origin(in.origin())
        .affinity(in.jsonObject("affinity"))
        .env(in.messages("env", EnvironmentVariable::read))
        .hpaSpec(in.jsonObject("hpaSpec"))
        .imagePullPolicy(in.string("imagePullPolicy"))
        .nodeSelector(in.stringMap("nodeSelector"))
        .podDisruptionBudget(in.jsonObject("podDisruptionBudget"))
        .podAnnotations(in.stringMap("podAnnotations"))
        .priorityClassName(in.string("priorityClassName"))
        .readinessProbe(in.jsonObject("readinessProbe"))
        .replicaCount(in.uint32("replicaCount"))
        .resources(in.message("resources", ResourceRequirements::read))
        .service(in.jsonObject("service"))
        .strategy(in.jsonObject("strategy"))
        .tolerations(in.jsonList("tolerations"))
        .serviceAnnotations(in.stringMap("serviceAnnotations"))
        .securityContext(in.jsonObject("securityContext"))
        .volumes(in.jsonList("volumes"))
        .volumeMounts(in.jsonList("volumeMounts"))
        .overlays(in.messages("overlays", KubernetesOverlay::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.json("affinity", affinity());
    out.messages("env", env());
    out.json("hpaSpec", hpaSpec());
    out.string("imagePullPolicy", imagePullPolicy());
    out.stringMap("nodeSelector", nodeSelector());
    out.json("podDisruptionBudget", podDisruptionBudget());
    out.stringMap("podAnnotations", podAnnotations());
    out.string("priorityClassName", priorityClassName());
    out.json("readinessProbe", readinessProbe());
    out.int64("replicaCount", replicaCount());
    out.message("resources", resources());
    out.json("service", service());
    out.json("strategy", strategy());
    out.jsonList("tolerations", tolerations());
    out.stringMap("serviceAnnotations", serviceAnnotations());
    out.json("securityContext", securityContext());
    out.jsonList("volumes", volumes());
    out.jsonList("volumeMounts", volumeMounts());
    out.messages("overlays", overlays());
  }
}
