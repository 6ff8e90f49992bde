package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a workload can reach.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/sidecar/#IstioEgressListener">IstioEgressListener</a>
 */
@IstioStyle
@Value.Immutable
public abstract class IstioEgressListener extends Message {

  IstioEgressListener() {}

  /** A listener, without hosts yet. */
  public static IstioEgressListener istioEgressListener() {
    return ImmutableIstioEgressListener.builder().build();
  }

  /** The port. Default: the ports of the hosts. */
  public abstract Optional<SidecarPort> port();

  /** A copy with this {@link #port()}. */
  public abstract IstioEgressListener port(SidecarPort port);

  /** The address or Unix socket to listen on. */
  public abstract Optional<String> bind();

  /** A copy with this {@link #bind()}. */
  public abstract IstioEgressListener bind(String bind);

  /** How traffic gets here. */
  public abstract Optional<CaptureMode> captureMode();

  /** A copy with this {@link #captureMode()}. */
  public abstract IstioEgressListener captureMode(CaptureMode captureMode);

  /**
   * {@code NAMESPACE/DNSNAME}, where the namespace may be {@code *}, {@code .} or {@code ~} (none).
   * At least one.
   */
  public abstract List<String> hosts();

  /** A copy with this {@link #hosts()}. */
  public abstract IstioEgressListener hosts(Iterable<String> hosts);

  /** A copy with these added to {@link #hosts()}. */
  public final IstioEgressListener hosts(String first, String... more) {
    return hosts(added(hosts(), first, more));
  }

  static IstioEgressListener read(FieldReader in) {
    return ImmutableIstioEgressListener.builder()
        .origin(in.origin())
        .port(in.message("port", SidecarPort::read))
        .bind(in.string("bind"))
        .captureMode(in.enumeration("captureMode", CaptureMode.class))
        .hosts(in.strings("hosts"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("port", port());
    out.string("bind", bind());
    out.enumeration("captureMode", captureMode());
    out.strings("hosts", hosts());
  }
}
