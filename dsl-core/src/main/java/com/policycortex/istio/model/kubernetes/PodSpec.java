package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * What runs in a pod.
 *
 * <p>Typed is what a mesh needs to know; everything else is kept as it was read and written back.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec">PodSpec</a>
 */
@IstioStyle
@Value.Immutable
public abstract class PodSpec extends Message {

  /** The service account of pods that name none. */
  public static final String DEFAULT_SERVICE_ACCOUNT = "default";

  PodSpec() {}

  /** A pod without containers yet. */
  public static PodSpec podSpec() {
    return ImmutablePodSpec.builder().build();
  }

  /** The service account of its namespace: in a mesh, who it is. Default {@code default}. */
  public abstract Optional<String> serviceAccountName();

  /** A copy with this {@link #serviceAccountName()}. */
  public abstract PodSpec serviceAccountName(String serviceAccountName);

  /** The old name of {@link #serviceAccountName()}, which comes first. */
  public abstract Optional<String> serviceAccount();

  /** A copy with this {@link #serviceAccount()}. */
  public abstract PodSpec serviceAccount(String serviceAccount);

  /** The service account that it runs under, by either name, or the default. */
  public final String effectiveServiceAccountName() {
    return serviceAccountName()
        .filter(name -> !name.isEmpty())
        .or(this::serviceAccount)
        .filter(name -> !name.isEmpty())
        .orElse(DEFAULT_SERVICE_ACCOUNT);
  }

  /** Whether it has the network of its node; then no sidecar is injected. Default false. */
  public abstract Optional<Boolean> hostNetwork();

  /** A copy with this {@link #hostNetwork()}. */
  public abstract PodSpec hostNetwork(boolean hostNetwork);

  /** Under whom its containers run that say nothing themselves. */
  public abstract Optional<PodSecurityContext> securityContext();

  /** A copy with this {@link #securityContext()}. */
  public abstract PodSpec securityContext(PodSecurityContext securityContext);

  /** Containers that run before the others. */
  public abstract List<Container> initContainers();

  /** A copy with this {@link #initContainers()}. */
  public abstract PodSpec initContainers(Iterable<? extends Container> initContainers);

  /** A copy with these added to {@link #initContainers()}. */
  public final PodSpec initContainers(Container first, Container... more) {
    return initContainers(added(initContainers(), first, more));
  }

  /** The containers; at least one. */
  public abstract List<Container> containers();

  /** A copy with this {@link #containers()}. */
  public abstract PodSpec containers(Iterable<? extends Container> containers);

  /** A copy with these added to {@link #containers()}. */
  public final PodSpec containers(Container first, Container... more) {
    return containers(added(containers(), first, more));
  }

  /** All other fields, as they were read. */
  public abstract Map<String, JsonValue> more();

  /** A copy with this {@link #more()}. */
  public abstract PodSpec more(Map<String, ? extends JsonValue> more);

  static PodSpec read(FieldReader in) {
    return ImmutablePodSpec.builder()
        .origin(in.origin())
        .serviceAccountName(in.string("serviceAccountName"))
        .serviceAccount(in.string("serviceAccount"))
        .hostNetwork(in.bool("hostNetwork"))
        .securityContext(in.message("securityContext", PodSecurityContext::read))
        .initContainers(in.messages("initContainers", Container::read))
        .containers(in.messages("containers", Container::read))
        .more(in.rest())
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("serviceAccountName", serviceAccountName());
    out.string("serviceAccount", serviceAccount());
    out.bool("hostNetwork", hostNetwork());
    out.message("securityContext", securityContext());
    out.messages("initContainers", initContainers());
    out.messages("containers", containers());
    new TreeMap<>(more()).forEach(out::json);
  }
}
