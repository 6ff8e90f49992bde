package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A port on which the proxy takes traffic for its workload.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/sidecar/#IstioIngressListener">IstioIngressListener</a>
 */
@IstioStyle
@Value.Immutable
public abstract class IstioIngressListener extends Message {

  IstioIngressListener() {}

  /** A listener on this port. */
  public static IstioIngressListener istioIngressListener(SidecarPort port) {
    return ImmutableIstioIngressListener.builder().port(port).build();
  }

  /** The port. */
  public abstract SidecarPort port();

  /** A copy with this {@link #port()}. */
  public abstract IstioIngressListener port(SidecarPort port);

  /** The address to listen on. Default: the pod's. */
  public abstract Optional<String> bind();

  /** A copy with this {@link #bind()}. */
  public abstract IstioIngressListener bind(String bind);

  /** How traffic gets here. */
  public abstract Optional<CaptureMode> captureMode();

  /** A copy with this {@link #captureMode()}. */
  public abstract IstioIngressListener captureMode(CaptureMode captureMode);

  /**
   * Where the traffic goes: {@code 127.0.0.1:PORT}, {@code 0.0.0.0:PORT} or a Unix socket. Default:
   * the port itself.
   */
  public abstract Optional<String> defaultEndpoint();

  /** A copy with this {@link #defaultEndpoint()}. */
  public abstract IstioIngressListener defaultEndpoint(String defaultEndpoint);

  /** TLS that ends here. */
  public abstract Optional<ServerTlsSettings> tls();

  /** A copy with this {@link #tls()}. */
  public abstract IstioIngressListener tls(ServerTlsSettings tls);

  /** Limits of connections to this port. */
  public abstract Optional<ConnectionPoolSettings> connectionPool();

  /** A copy with this {@link #connectionPool()}. */
  public abstract IstioIngressListener connectionPool(ConnectionPoolSettings connectionPool);

  static IstioIngressListener read(FieldReader in) {
    return ImmutableIstioIngressListener.builder()
        .origin(in.origin())
        .port(in.requiredMessage("port", SidecarPort::read))
        .bind(in.string("bind"))
        .captureMode(in.enumeration("captureMode", CaptureMode.class))
        .defaultEndpoint(in.string("defaultEndpoint"))
        .tls(in.message("tls", ServerTlsSettings::read))
        .connectionPool(in.message("connectionPool", ConnectionPoolSettings::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("port", port());
    out.string("bind", bind());
    out.enumeration("captureMode", captureMode());
    out.string("defaultEndpoint", defaultEndpoint());
    out.message("tls", tls());
    out.message("connectionPool", connectionPool());
  }
}
