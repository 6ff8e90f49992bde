package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * TLS of a server.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings">ServerTlsSettings</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ServerTlsSettings extends Message {

  ServerTlsSettings() {}

  /** A value that sets nothing yet. */
  public static ServerTlsSettings serverTlsSettings() {
    return ImmutableServerTlsSettings.builder().build();
  }

  /** Whether plain HTTP is answered by a redirect (301) to HTTPS. Default false. */
  public abstract Optional<Boolean> httpsRedirect();

  /** A copy with this {@link #httpsRedirect()}. */
  public abstract ServerTlsSettings httpsRedirect(boolean httpsRedirect);

  /** How TLS ends here. Default {@link ServerTlsMode#PASSTHROUGH}. */
  public abstract Optional<ServerTlsMode> mode();

  /** A copy with this {@link #mode()}. */
  public abstract ServerTlsSettings mode(ServerTlsMode mode);

  /** The file of the certificate; for SIMPLE and MUTUAL without a credential name. */
  public abstract Optional<String> serverCertificate();

  /** A copy with this {@link #serverCertificate()}. */
  public abstract ServerTlsSettings serverCertificate(String serverCertificate);

  /** The file of the private key. */
  public abstract Optional<String> privateKey();

  /** A copy with this {@link #privateKey()}. */
  public abstract ServerTlsSettings privateKey(String privateKey);

  /** The file of the authorities that client certificates must come from. */
  public abstract Optional<String> caCertificates();

  /** A copy with this {@link #caCertificates()}. */
  public abstract ServerTlsSettings caCertificates(String caCertificates);

  /** The file of the revocation list for client certificates. */
  public abstract Optional<String> caCrl();

  /** A copy with this {@link #caCrl()}. */
  public abstract ServerTlsSettings caCrl(String caCrl);

  /** The secret with key, certificate and authorities, in the namespace of the gateway's pods. */
  public abstract Optional<String> credentialName();

  /** A copy with this {@link #credentialName()}. */
  public abstract ServerTlsSettings credentialName(String credentialName);

  /** Up to two secrets, of different key types. Since Istio 1.26. */
  public abstract List<String> credentialNames();

  /** A copy with this {@link #credentialNames()}. */
  public abstract ServerTlsSettings credentialNames(Iterable<String> credentialNames);

  /** A copy with these added to {@link #credentialNames()}. */
  public final ServerTlsSettings credentialNames(String first, String... more) {
    return credentialNames(added(credentialNames(), first, more));
  }

  /** The secret with the authorities alone. Since Istio 1.28. */
  public abstract Optional<String> caCertCredentialName();

  /** A copy with this {@link #caCertCredentialName()}. */
  public abstract ServerTlsSettings caCertCredentialName(String caCertCredentialName);

  /** Up to two certificates from files, of different key types. Since Istio 1.26. */
  public abstract List<TlsCertificate> tlsCertificates();

  /** A copy with this {@link #tlsCertificates()}. */
  public abstract ServerTlsSettings tlsCertificates(
      Iterable<? extends TlsCertificate> tlsCertificates);

  /** A copy with these added to {@link #tlsCertificates()}. */
  public final ServerTlsSettings tlsCertificates(TlsCertificate first, TlsCertificate... more) {
    return tlsCertificates(added(tlsCertificates(), first, more));
  }

  /** Names, one of which the client's certificate must carry. */
  public abstract List<String> subjectAltNames();

  /** A copy with this {@link #subjectAltNames()}. */
  public abstract ServerTlsSettings subjectAltNames(Iterable<String> subjectAltNames);

  /** A copy with these added to {@link #subjectAltNames()}. */
  public final ServerTlsSettings subjectAltNames(String first, String... more) {
    return subjectAltNames(added(subjectAltNames(), first, more));
  }

  /** SHA-256 hashes in base64 of keys, one of which the client's certificate must have. */
  public abstract List<String> verifyCertificateSpki();

  /** A copy with this {@link #verifyCertificateSpki()}. */
  public abstract ServerTlsSettings verifyCertificateSpki(Iterable<String> verifyCertificateSpki);

  /** A copy with these added to {@link #verifyCertificateSpki()}. */
  public final ServerTlsSettings verifyCertificateSpki(String first, String... more) {
    return verifyCertificateSpki(added(verifyCertificateSpki(), first, more));
  }

  /** SHA-256 hashes in hex of certificates, one of which the client's must be. */
  public abstract List<String> verifyCertificateHash();

  /** A copy with this {@link #verifyCertificateHash()}. */
  public abstract ServerTlsSettings verifyCertificateHash(Iterable<String> verifyCertificateHash);

  /** A copy with these added to {@link #verifyCertificateHash()}. */
  public final ServerTlsSettings verifyCertificateHash(String first, String... more) {
    return verifyCertificateHash(added(verifyCertificateHash(), first, more));
  }

  /** Default TLS 1.2. */
  public abstract Optional<TlsProtocolVersion> minProtocolVersion();

  /** A copy with this {@link #minProtocolVersion()}. */
  public abstract ServerTlsSettings minProtocolVersion(TlsProtocolVersion minProtocolVersion);

  /** Default: the highest that Envoy knows. */
  public abstract Optional<TlsProtocolVersion> maxProtocolVersion();

  /** A copy with this {@link #maxProtocolVersion()}. */
  public abstract ServerTlsSettings maxProtocolVersion(TlsProtocolVersion maxProtocolVersion);

  /** OpenSSL names, for TLS 1.2 and below. Default: Envoy's. */
  public abstract List<String> cipherSuites();

  /** A copy with this {@link #cipherSuites()}. */
  public abstract ServerTlsSettings cipherSuites(Iterable<String> cipherSuites);

  /** A copy with these added to {@link #cipherSuites()}. */
  public final ServerTlsSettings cipherSuites(String first, String... more) {
    return cipherSuites(added(cipherSuites(), first, more));
  }

  /**
   * For ISTIO_MUTUAL of meshes without a common root: whether client certificates are not verified.
   * Since Istio 1.31.
   */
  public abstract Optional<Boolean> insecureSkipVerify();

  /** A copy with this {@link #insecureSkipVerify()}. */
  public abstract ServerTlsSettings insecureSkipVerify(boolean insecureSkipVerify);

  static ServerTlsSettings read(FieldReader in) {
    return ImmutableServerTlsSettings.builder()
        .origin(in.origin())
        .httpsRedirect(in.bool("httpsRedirect"))
        .mode(in.enumeration("mode", ServerTlsMode.class))
        .serverCertificate(in.string("serverCertificate"))
        .privateKey(in.string("privateKey"))
        .caCertificates(in.string("caCertificates"))
        .caCrl(in.string("caCrl"))
        .credentialName(in.string("credentialName"))
        .credentialNames(in.strings("credentialNames"))
        .caCertCredentialName(in.string("caCertCredentialName"))
        .tlsCertificates(in.messages("tlsCertificates", TlsCertificate::read))
        .subjectAltNames(in.strings("subjectAltNames"))
        .verifyCertificateSpki(in.strings("verifyCertificateSpki"))
        .verifyCertificateHash(in.strings("verifyCertificateHash"))
        .minProtocolVersion(in.enumeration("minProtocolVersion", TlsProtocolVersion.class))
        .maxProtocolVersion(in.enumeration("maxProtocolVersion", TlsProtocolVersion.class))
        .cipherSuites(in.strings("cipherSuites"))
        .insecureSkipVerify(in.bool("insecureSkipVerify"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.bool("httpsRedirect", httpsRedirect());
    out.enumeration("mode", mode());
    out.string("serverCertificate", serverCertificate());
    out.string("privateKey", privateKey());
    out.string("caCertificates", caCertificates());
    out.string("caCrl", caCrl());
    out.string("credentialName", credentialName());
    out.strings("credentialNames", credentialNames());
    out.string("caCertCredentialName", caCertCredentialName());
    out.messages("tlsCertificates", tlsCertificates());
    out.strings("subjectAltNames", subjectAltNames());
    out.strings("verifyCertificateSpki", verifyCertificateSpki());
    out.strings("verifyCertificateHash", verifyCertificateHash());
    out.enumeration("minProtocolVersion", minProtocolVersion());
    out.enumeration("maxProtocolVersion", maxProtocolVersion());
    out.strings("cipherSuites", cipherSuites());
    out.bool("insecureSkipVerify", insecureSkipVerify());
  }
}
