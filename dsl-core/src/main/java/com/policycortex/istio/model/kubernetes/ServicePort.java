package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A port of a service.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/">ServicePort</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ServicePort extends Message {

  ServicePort() {}

  /** This port. */
  public static ServicePort servicePort(long port) {
    return ImmutableServicePort.builder().port(port).build();
  }

  /** Unique in the service; Istio reads the protocol from its prefix. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract ServicePort name(String name);

  /** Default {@link PortProtocol#TCP}. */
  public abstract Optional<PortProtocol> protocol();

  /** A copy with this {@link #protocol()}. */
  public abstract ServicePort protocol(PortProtocol protocol);

  /** 1 to 65535. */
  public abstract long port();

  /** A copy with this {@link #port()}. */
  public abstract ServicePort port(long port);

  /** The pods' port, by number or name. Default: the same. */
  public abstract Optional<IntOrString> targetPort();

  /** A copy with this {@link #targetPort()}. */
  public abstract ServicePort targetPort(IntOrString targetPort);

  /** The nodes' port. */
  public abstract Optional<Integer> nodePort();

  /** A copy with this {@link #nodePort()}. */
  public abstract ServicePort nodePort(int nodePort);

  /** What is spoken, for example {@code http}; Istio believes it before the name. */
  public abstract Optional<String> appProtocol();

  /** A copy with this {@link #appProtocol()}. */
  public abstract ServicePort appProtocol(String appProtocol);

  static ServicePort read(FieldReader in) {
    return ImmutableServicePort.builder()
        .origin(in.origin())
        .name(in.string("name"))
        .protocol(in.enumerationOrDefault("protocol", PortProtocol.class))
        .port(in.requiredUint32("port"))
        .targetPort(in.intOrString("targetPort").map(IntOrString::of))
        .nodePort(in.int32("nodePort"))
        .appProtocol(in.string("appProtocol"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.enumeration("protocol", protocol());
    out.int64("port", port());
    out.json("targetPort", targetPort().map(IntOrString::json));
    out.int32("nodePort", nodePort());
    out.string("appProtocol", appProtocol());
  }
}
