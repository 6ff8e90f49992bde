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
 * A container of a pod.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container">Container</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Container extends Message {

  Container() {}

  /** A container of this name. */
  public static Container container(String name) {
    return ImmutableContainer.builder().name(name).build();
  }

  /** The name, unique in the pod. */
  public abstract String name();

  /** A copy with this {@link #name()}. */
  public abstract Container name(String name);

  /** The image. */
  public abstract Optional<String> image();

  /** A copy with this {@link #image()}. */
  public abstract Container image(String image);

  /** The ports that it says it listens on. */
  public abstract List<ContainerPort> ports();

  /** A copy with this {@link #ports()}. */
  public abstract Container ports(Iterable<? extends ContainerPort> ports);

  /** A copy with these added to {@link #ports()}. */
  public final Container ports(ContainerPort first, ContainerPort... more) {
    return ports(added(ports(), first, more));
  }

  /** Under whom it runs. */
  public abstract Optional<SecurityContext> securityContext();

  /** A copy with this {@link #securityContext()}. */
  public abstract Container securityContext(SecurityContext securityContext);

  /** Asks whether it started; the other probes wait for it. */
  public abstract Optional<Probe> startupProbe();

  /** A copy with this {@link #startupProbe()}. */
  public abstract Container startupProbe(Probe startupProbe);

  /** Asks whether it lives; it is started anew when it does not. */
  public abstract Optional<Probe> livenessProbe();

  /** A copy with this {@link #livenessProbe()}. */
  public abstract Container livenessProbe(Probe livenessProbe);

  /** Asks whether it may get traffic. */
  public abstract Optional<Probe> readinessProbe();

  /** A copy with this {@link #readinessProbe()}. */
  public abstract Container readinessProbe(Probe readinessProbe);

  /**
   * {@code Always} makes an init container one that runs beside the others, as a native sidecar
   * does.
   */
  public abstract Optional<String> restartPolicy();

  /** A copy with this {@link #restartPolicy()}. */
  public abstract Container restartPolicy(String restartPolicy);

  /** All other fields, as they were read. */
  public abstract Map<String, JsonValue> more();

  /** A copy with this {@link #more()}. */
  public abstract Container more(Map<String, ? extends JsonValue> more);

  static Container read(FieldReader in) {
    return ImmutableContainer.builder()
        .origin(in.origin())
        .name(in.requiredString("name"))
        .image(in.string("image"))
        .ports(in.messages("ports", ContainerPort::read))
        .securityContext(in.message("securityContext", SecurityContext::read))
        .startupProbe(in.message("startupProbe", Probe::read))
        .livenessProbe(in.message("livenessProbe", Probe::read))
        .readinessProbe(in.message("readinessProbe", Probe::read))
        .restartPolicy(in.string("restartPolicy"))
        .more(in.rest())
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.string("image", image());
    out.messages("ports", ports());
    out.message("securityContext", securityContext());
    out.message("startupProbe", startupProbe());
    out.message("livenessProbe", livenessProbe());
    out.message("readinessProbe", readinessProbe());
    out.string("restartPolicy", restartPolicy());
    new TreeMap<>(more()).forEach(out::json);
  }
}
