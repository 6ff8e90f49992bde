package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A certificate from files.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings-TLSCertificate">TlsCertificate</a>
 */
@IstioStyle
@Value.Immutable
public abstract class TlsCertificate extends Message {

  TlsCertificate() {}

  /** A value that sets nothing yet. */
  public static TlsCertificate tlsCertificate() {
    return ImmutableTlsCertificate.builder().build();
  }

  /** The file of the certificate. */
  public abstract Optional<String> serverCertificate();

  /** A copy with this {@link #serverCertificate()}. */
  public abstract TlsCertificate serverCertificate(String serverCertificate);

  /** The file of the private key. */
  public abstract Optional<String> privateKey();

  /** A copy with this {@link #privateKey()}. */
  public abstract TlsCertificate privateKey(String privateKey);

  /** The file of the authorities of clients. */
  public abstract Optional<String> caCertificates();

  /** A copy with this {@link #caCertificates()}. */
  public abstract TlsCertificate caCertificates(String caCertificates);

  static TlsCertificate read(FieldReader in) {
    return ImmutableTlsCertificate.builder()
        .origin(in.origin())
        .serverCertificate(in.string("serverCertificate"))
        .privateKey(in.string("privateKey"))
        .caCertificates(in.string("caCertificates"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("serverCertificate", serverCertificate());
    out.string("privateKey", privateKey());
    out.string("caCertificates", caCertificates());
  }
}
