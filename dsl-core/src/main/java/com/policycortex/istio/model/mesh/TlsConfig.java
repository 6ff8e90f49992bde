package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Versions and ciphers of TLS ({@code TLSConfig}).
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-TLSConfig">TLSConfig</a>
 */
@IstioStyle
@Value.Immutable
public abstract class TlsConfig extends Message {

  TlsConfig() {}

  /** A value that sets nothing yet. */
  public static TlsConfig tlsConfig() {
    return ImmutableTlsConfig.builder().build();
  }

  /** The least version. Default {@link TlsProtocol#TLS_AUTO}. */
  public abstract Optional<TlsProtocol> minProtocolVersion();

  /** A copy with this {@link #minProtocolVersion()}. */
  public abstract TlsConfig minProtocolVersion(TlsProtocol minProtocolVersion);

  /** The curves of the key exchange; not for mutual TLS of the mesh. Default: Envoy's. */
  public abstract List<String> ecdhCurves();

  /** A copy with this {@link #ecdhCurves()}. */
  public abstract TlsConfig ecdhCurves(Iterable<String> ecdhCurves);

  /** A copy with these added to {@link #ecdhCurves()}. */
  public final TlsConfig ecdhCurves(String first, String... more) {
    return ecdhCurves(added(ecdhCurves(), first, more));
  }

  /** The ciphers up to TLS 1.2. Default: Envoy's. */
  public abstract List<String> cipherSuites();

  /** A copy with this {@link #cipherSuites()}. */
  public abstract TlsConfig cipherSuites(Iterable<String> cipherSuites);

  /** A copy with these added to {@link #cipherSuites()}. */
  public final TlsConfig cipherSuites(String first, String... more) {
    return cipherSuites(added(cipherSuites(), first, more));
  }

  static TlsConfig read(FieldReader in) {
    return ImmutableTlsConfig.builder()
        .origin(in.origin())
        .minProtocolVersion(in.enumeration("minProtocolVersion", TlsProtocol.class))
        .ecdhCurves(in.strings("ecdhCurves"))
        .cipherSuites(in.strings("cipherSuites"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.enumeration("minProtocolVersion", minProtocolVersion());
    out.strings("ecdhCurves", ecdhCurves());
    out.strings("cipherSuites", cipherSuites());
  }
}
