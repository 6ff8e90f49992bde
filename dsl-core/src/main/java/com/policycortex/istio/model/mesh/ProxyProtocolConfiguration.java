package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import org.immutables.value.Value;

/**
 * That clients speak the PROXY protocol; there is nothing to set.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#Topology-ProxyProtocolConfiguration">ProxyProtocolConfiguration</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ProxyProtocolConfiguration extends Message {

  ProxyProtocolConfiguration() {}

  /** The protocol is spoken. */
  public static ProxyProtocolConfiguration proxyProtocolConfiguration() {
    return ImmutableProxyProtocolConfiguration.builder().build();
  }

  static ProxyProtocolConfiguration read(FieldReader in) {
    return ImmutableProxyProtocolConfiguration.builder().origin(in.origin()).build();
  }

  @Override
  public void writeTo(FieldWriter out) {}
}
