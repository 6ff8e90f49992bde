package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.networking.ClientTlsSettings;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A certificate authority of one's own, which speaks Istio's CA API ({@code CA}).
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-CA">CA</a>
 */
@IstioStyle
@Value.Immutable
public abstract class CertificateAuthority extends Message {

  CertificateAuthority() {}

  /** A value that sets nothing yet. */
  public static CertificateAuthority certificateAuthority() {
    return ImmutableCertificateAuthority.builder().build();
  }

  /** Its host and port. Required by Istio. */
  public abstract Optional<String> address();

  /** A copy with this {@link #address()}. */
  public abstract CertificateAuthority address(String address);

  /** TLS to it. */
  public abstract Optional<ClientTlsSettings> tlsSettings();

  /** A copy with this {@link #tlsSettings()}. */
  public abstract CertificateAuthority tlsSettings(ClientTlsSettings tlsSettings);

  /** How long a signature may take. Default 10 s. */
  public abstract Optional<Duration> requestTimeout();

  /** A copy with this {@link #requestTimeout()}. */
  public abstract CertificateAuthority requestTimeout(Duration requestTimeout);

  /** Whether istiod asks it, and not the agent beside each proxy. Default true. */
  public abstract Optional<Boolean> istiodSide();

  /** A copy with this {@link #istiodSide()}. */
  public abstract CertificateAuthority istiodSide(boolean istiodSide);

  static CertificateAuthority read(FieldReader in) {
    return ImmutableCertificateAuthority.builder()
        .origin(in.origin())
        .address(in.string("address"))
        .tlsSettings(in.message("tlsSettings", ClientTlsSettings::read))
        .requestTimeout(in.duration("requestTimeout"))
        .istiodSide(in.bool("istiodSide"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("address", address());
    out.message("tlsSettings", tlsSettings());
    out.duration("requestTimeout", requestTimeout());
    out.bool("istiodSide", istiodSide());
  }
}
