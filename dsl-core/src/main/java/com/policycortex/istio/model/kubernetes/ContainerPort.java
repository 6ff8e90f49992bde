package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * A port that a container says it listens on.
 *
 * <p>It opens nothing: a container can listen on ports that it does not list. A Service can name
 * it, and a probe too.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports">ContainerPort</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ContainerPort extends Message {

  ContainerPort() {}

  /** The port of this number. */
  public static ContainerPort containerPort(int port) {
    return ImmutableContainerPort.builder().port(port).build();
  }

  /** The name, unique in the pod, by which a Service or a probe finds the port. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract ContainerPort name(String name);

  /** 1 to 65535. */
  public abstract int port();

  /** A copy with this {@link #port()}. */
  public abstract ContainerPort port(int port);

  /** Default {@link PortProtocol#TCP}. */
  public abstract Optional<PortProtocol> protocol();

  /** A copy with this {@link #protocol()}. */
  public abstract ContainerPort protocol(PortProtocol protocol);

  /** All other fields, as they were read. */
  public abstract Map<String, JsonValue> more();

  /** A copy with this {@link #more()}. */
  public abstract ContainerPort more(Map<String, ? extends JsonValue> more);

  static ContainerPort read(FieldReader in) {
    return ImmutableContainerPort.builder()
        .origin(in.origin())
        .name(in.string("name"))
        .port(in.requiredInt32("containerPort"))
        .protocol(in.enumeration("protocol", PortProtocol.class))
        .more(in.rest())
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.int64("containerPort", port());
    out.enumeration("protocol", protocol());
    new TreeMap<>(more()).forEach(out::json);
  }
}
