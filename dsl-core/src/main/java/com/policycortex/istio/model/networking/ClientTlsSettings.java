package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * TLS towards a destination.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings">ClientTlsSettings</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ClientTlsSettings extends Message {

  ClientTlsSettings() {}

  /** A value that sets nothing yet. */
  public static ClientTlsSettings clientTlsSettings() {
    return ImmutableClientTlsSettings.builder().build();
  }

  /** How. Default {@link ClientTlsMode#DISABLE}. */
  public abstract Optional<ClientTlsMode> mode();

  /** A copy with this {@link #mode()}. */
  public abstract ClientTlsSettings mode(ClientTlsMode mode);

  /** A file; for MUTUAL. */
  public abstract Optional<String> clientCertificate();

  /** A copy with this {@link #clientCertificate()}. */
  public abstract ClientTlsSettings clientCertificate(String clientCertificate);

  /** A file; for MUTUAL. */
  public abstract Optional<String> privateKey();

  /** A copy with this {@link #privateKey()}. */
  public abstract ClientTlsSettings privateKey(String privateKey);

  /** A file with the authorities that verify the server. Default: the system's. */
  public abstract Optional<String> caCertificates();

  /** A copy with this {@link #caCertificates()}. */
  public abstract ClientTlsSettings caCertificates(String caCertificates);

  /** The secret that holds key, certificate and authorities, in place of files. */
  public abstract Optional<String> credentialName();

  /** A copy with this {@link #credentialName()}. */
  public abstract ClientTlsSettings credentialName(String credentialName);

  /** Names one of which the server's certificate must have. */
  public abstract List<String> subjectAltNames();

  /** A copy with this {@link #subjectAltNames()}. */
  public abstract ClientTlsSettings subjectAltNames(Iterable<String> subjectAltNames);

  /** A copy with these added to {@link #subjectAltNames()}. */
  public final ClientTlsSettings subjectAltNames(String first, String... more) {
    return subjectAltNames(added(subjectAltNames(), first, more));
  }

  /** The server name that is sent. Default: the host. */
  public abstract Optional<String> sni();

  /** A copy with this {@link #sni()}. */
  public abstract ClientTlsSettings sni(String sni);

  /** Whether the server's certificate is not verified. Default false. */
  public abstract Optional<Boolean> insecureSkipVerify();

  /** A copy with this {@link #insecureSkipVerify()}. */
  public abstract ClientTlsSettings insecureSkipVerify(boolean insecureSkipVerify);

  /** A file with revoked certificates. */
  public abstract Optional<String> caCrl();

  /** A copy with this {@link #caCrl()}. */
  public abstract ClientTlsSettings caCrl(String caCrl);

  /** Reads one. */
  public static ClientTlsSettings read(FieldReader in) {
    return ImmutableClientTlsSettings.builder()
        .origin(in.origin())
        .mode(in.enumeration("mode", ClientTlsMode.class))
        .clientCertificate(in.string("clientCertificate"))
        .privateKey(in.string("privateKey"))
        .caCertificates(in.string("caCertificates"))
        .credentialName(in.string("credentialName"))
        .subjectAltNames(in.strings("subjectAltNames"))
        .sni(in.string("sni"))
        .insecureSkipVerify(in.bool("insecureSkipVerify"))
        .caCrl(in.string("caCrl"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.enumeration("mode", mode());
    out.string("clientCertificate", clientCertificate());
    out.string("privateKey", privateKey());
    out.string("caCertificates", caCertificates());
    out.string("credentialName", credentialName());
    out.strings("subjectAltNames", subjectAltNames());
    out.string("sni", sni());
    out.bool("insecureSkipVerify", insecureSkipVerify());
    out.string("caCrl", caCrl());
  }
}
