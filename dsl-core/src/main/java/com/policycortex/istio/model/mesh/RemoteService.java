package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.networking.ClientTlsSettings;
import com.policycortex.istio.model.networking.TcpKeepalive;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A service that proxies report to.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#RemoteService">RemoteService</a>
 */
@IstioStyle
@Value.Immutable
public abstract class RemoteService extends Message {

  RemoteService() {}

  /** A value that sets nothing yet. */
  public static RemoteService remoteService() {
    return ImmutableRemoteService.builder().build();
  }

  /** Host and port. */
  public abstract Optional<String> address();

  /** A copy with this {@link #address()}. */
  public abstract RemoteService address(String address);

  /** TLS to it. */
  public abstract Optional<ClientTlsSettings> tlsSettings();

  /** A copy with this {@link #tlsSettings()}. */
  public abstract RemoteService tlsSettings(ClientTlsSettings tlsSettings);

  /** Whether and how idle connections are probed. */
  public abstract Optional<TcpKeepalive> tcpKeepalive();

  /** A copy with this {@link #tcpKeepalive()}. */
  public abstract RemoteService tcpKeepalive(TcpKeepalive tcpKeepalive);

  static RemoteService read(FieldReader in) {
    return ImmutableRemoteService.builder()
        .origin(in.origin())
        .address(in.string("address"))
        .tlsSettings(in.message("tlsSettings", ClientTlsSettings::read))
        .tcpKeepalive(in.message("tcpKeepalive", TcpKeepalive::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("address", address());
    out.message("tlsSettings", tlsSettings());
    out.message("tcpKeepalive", tcpKeepalive());
  }
}
