package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A connection of the kubelet.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Probe">TCPSocketAction</a>
 */
@IstioStyle
@Value.Immutable
public abstract class TcpSocketAction extends Message {

  TcpSocketAction() {}

  /** A connection to this port. */
  public static TcpSocketAction tcpSocketAction(IntOrString port) {
    return ImmutableTcpSocketAction.builder().port(port).build();
  }

  /** The port, by number or by the name of the container's port. */
  public abstract Optional<IntOrString> port();

  /** A copy with this {@link #port()}. */
  public abstract TcpSocketAction port(IntOrString port);

  /** The host that is connected to. Default: the pod's address. */
  public abstract Optional<String> host();

  /** A copy with this {@link #host()}. */
  public abstract TcpSocketAction host(String host);

  static TcpSocketAction read(FieldReader in) {
    return ImmutableTcpSocketAction.builder()
        .origin(in.origin())
        .port(in.intOrString("port").map(IntOrString::of))
        .host(in.string("host"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.json("port", port().map(IntOrString::json));
    out.string("host", host());
  }
}
