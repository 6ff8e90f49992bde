package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What stands before a gateway.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#Topology">Topology</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Topology extends Message {

  Topology() {}

  /** A value that sets nothing yet. */
  public static Topology topology() {
    return ImmutableTopology.builder().build();
  }

  /**
   * How many proxies before it are believed what they say in {@code x-forwarded-for}. Default 0.
   */
  public abstract Optional<Long> numTrustedProxies();

  /** A copy with this {@link #numTrustedProxies()}. */
  public abstract Topology numTrustedProxies(long numTrustedProxies);

  /**
   * What happens to {@code x-forwarded-client-cert}. Default {@link
   * ForwardClientCertDetails#SANITIZE_SET}.
   */
  public abstract Optional<ForwardClientCertDetails> forwardClientCertDetails();

  /** A copy with this {@link #forwardClientCertDetails()}. */
  public abstract Topology forwardClientCertDetails(
      ForwardClientCertDetails forwardClientCertDetails);

  /** Whether clients speak the PROXY protocol. */
  public abstract Optional<ProxyProtocolConfiguration> proxyProtocol();

  /** A copy with this {@link #proxyProtocol()}. */
  public abstract Topology proxyProtocol(ProxyProtocolConfiguration proxyProtocol);

  static Topology read(FieldReader in) {
    return ImmutableTopology.builder()
        .origin(in.origin())
        .numTrustedProxies(in.uint32("numTrustedProxies"))
        .forwardClientCertDetails(
            in.enumeration("forwardClientCertDetails", ForwardClientCertDetails.class))
        .proxyProtocol(in.message("proxyProtocol", ProxyProtocolConfiguration::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.int64("numTrustedProxies", numTrustedProxies());
    out.enumeration("forwardClientCertDetails", forwardClientCertDetails());
    out.message("proxyProtocol", proxyProtocol());
  }
}
