package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.ServerTlsMode;
import com.policycortex.istio.model.networking.ServerTlsSettings;
import com.policycortex.istio.model.networking.TlsProtocolVersion;
import java.util.List;
import java.util.Set;

/** How a server terminates TLS: of Gateways, and of ingress listeners of Sidecars. */
final class ServerTlsRules {

  private static final int CERTIFICATES = 2;
  private static final Set<String> CIPHERS =
      Set.of(
          "ECDHE-ECDSA-AES128-GCM-SHA256",
          "ECDHE-RSA-AES128-GCM-SHA256",
          "ECDHE-ECDSA-AES256-GCM-SHA384",
          "ECDHE-RSA-AES256-GCM-SHA384",
          "ECDHE-ECDSA-CHACHA20-POLY1305",
          "ECDHE-RSA-CHACHA20-POLY1305",
          "ECDHE-ECDSA-AES128-SHA",
          "ECDHE-RSA-AES128-SHA",
          "ECDHE-ECDSA-AES256-SHA",
          "ECDHE-RSA-AES256-SHA",
          "AES128-GCM-SHA256",
          "AES256-GCM-SHA384",
          "AES128-SHA",
          "AES256-SHA",
          "DES-CBC3-SHA",
          "ALL");

  private ServerTlsRules() {}

  /**
   * The rules under the ids of one kind.
   *
   * @param prefix what the ids start with
   */
  static RuleSet<ServerTlsSettings> of(String prefix) {
    return RuleSet.of(ServerTlsSettings.class)
        .warning(
            prefix + "-MINVERSION-CIPHERS",
            Gate.ISTIOD,
            "Write cipherSuites that old versions of TLS have, or TLSV1_2",
            (tls, report) -> {
              TlsProtocolVersion minimum =
                  tls.minProtocolVersion().orElse(TlsProtocolVersion.TLS_AUTO);
              boolean old =
                  minimum == TlsProtocolVersion.TLSV1_0 || minimum == TlsProtocolVersion.TLSV1_1;
              if (old && tls.cipherSuites().isEmpty()) {
                report.add(
                    "minProtocolVersion", minimum + " has none of the default cipher suites");
              }
            })
        .warning(
            prefix + "-CIPHER-INVALID",
            Gate.ISTIOD,
            "Write a cipher suite that Istio knows",
            (tls, report) -> {
              for (int i = 0; i < tls.cipherSuites().size(); i++) {
                if (!isCipher(tls.cipherSuites().get(i))) {
                  report.add(
                      "cipherSuites[" + i + "]",
                      Text.quote(tls.cipherSuites().get(i)) + " is ignored");
                }
              }
            })
        .warning(
            prefix + "-CIPHER-DUP",
            Gate.ISTIOD,
            "Remove the second one",
            (tls, report) -> {
              for (int i = 1; i < tls.cipherSuites().size(); i++) {
                String cipher = tls.cipherSuites().get(i);
                if (isCipher(cipher) && tls.cipherSuites().indexOf(cipher) < i) {
                  report.add("cipherSuites[" + i + "]", Text.quote(cipher) + " is named twice");
                }
              }
            })
        .error(
            prefix + "-ISTIO-MUTUAL",
            Gate.ISTIOD,
            "Remove the certificates: ISTIO_MUTUAL takes those of the mesh",
            (tls, report) -> {
              if (mode(tls) == ServerTlsMode.ISTIO_MUTUAL && hasCertificates(tls)) {
                report.add("mode", "ISTIO_MUTUAL stands beside certificates");
              }
            })
        .warning(
            prefix + "-PASSTHROUGH-CERTS",
            Gate.ISTIOD,
            "Remove the certificates, or write a mode that terminates TLS, such as SIMPLE",
            (tls, report) -> {
              if (isPassthrough(tls) && (hasCertificates(tls) || Text.isSet(tls.caCrl()))) {
                report.add("mode", mode(tls) + " does not use the certificates beside it");
              }
            })
        .error(
            prefix + "-CERT-SOURCES",
            Gate.ISTIOD,
            "Keep one source of certificates",
            (tls, report) -> {
              int sources =
                  (Text.isSet(tls.serverCertificate()) && Text.isSet(tls.privateKey()) ? 1 : 0)
                      + (Text.isSet(tls.credentialName()) ? 1 : 0)
                      + (tls.credentialNames().isEmpty() ? 0 : 1)
                      + (tls.tlsCertificates().isEmpty() ? 0 : 1);
              if (sources > 1 && mode(tls) != ServerTlsMode.ISTIO_MUTUAL) {
                report.add("", "The certificates come from " + sources + " places");
              }
            })
        .error(
            prefix + "-CREDENTIALS-BOTH",
            Gate.API_SERVER,
            "Keep one of credentialName, credentialNames and tlsCertificates",
            (tls, report) -> {
              boolean names =
                  !tls.credentialNames().isEmpty() || tls.isExplicitlyEmpty("credentialNames");
              boolean certificates =
                  !tls.tlsCertificates().isEmpty() || tls.isExplicitlyEmpty("tlsCertificates");
              if (names && (certificates || tls.credentialName().isPresent())) {
                report.add("credentialNames", "There is another source of certificates beside it");
              }
            })
        .error(
            prefix + "-CERTS-EMPTY",
            Gate.API_SERVER,
            "Write one, or leave the field out",
            (tls, report) -> {
              for (String field : List.of("credentialNames", "tlsCertificates")) {
                if (tls.isExplicitlyEmpty(field)) {
                  report.add(field, "The list is empty");
                }
              }
            })
        .error(
            prefix + "-CERTS-MAX",
            Gate.API_SERVER,
            "Write at most two: one RSA, one ECDSA",
            (tls, report) -> {
              if (tls.credentialNames().size() > CERTIFICATES) {
                report.add("credentialNames", "There are more than two");
              }
              if (tls.tlsCertificates().size() > CERTIFICATES) {
                report.add("tlsCertificates", "There are more than two");
              }
            })
        .error(
            prefix + "-MUTUAL-CA",
            Gate.ISTIOD,
            "Write caCertificates, or credentialName",
            (tls, report) -> {
              boolean mutual =
                  mode(tls) == ServerTlsMode.MUTUAL || mode(tls) == ServerTlsMode.OPTIONAL_MUTUAL;
              if (mutual && readsFiles(tls) && !Text.isSet(tls.caCertificates())) {
                report.add(
                    "caCertificates", "Mutual TLS needs the CA that client certificates are of");
              }
            })
        .error(
            prefix + "-SERVER-CERT",
            Gate.ISTIOD,
            "Write serverCertificate, or credentialName",
            (tls, report) -> {
              if (!readsFiles(tls)) {
                return;
              }
              if (tls.tlsCertificates().isEmpty() && !Text.isSet(tls.serverCertificate())) {
                report.add("serverCertificate", mode(tls) + " needs a certificate");
              }
              for (int i = 0; i < tls.tlsCertificates().size(); i++) {
                if (!Text.isSet(tls.tlsCertificates().get(i).serverCertificate())) {
                  report.add(
                      "tlsCertificates[" + i + "].serverCertificate", "The certificate is missing");
                }
              }
            })
        .error(
            prefix + "-PRIVATE-KEY",
            Gate.ISTIOD,
            "Write privateKey, or credentialName",
            (tls, report) -> {
              if (!readsFiles(tls)) {
                return;
              }
              if (tls.tlsCertificates().isEmpty() && !Text.isSet(tls.privateKey())) {
                report.add("privateKey", mode(tls) + " needs a private key");
              }
              for (int i = 0; i < tls.tlsCertificates().size(); i++) {
                if (!Text.isSet(tls.tlsCertificates().get(i).privateKey())) {
                  report.add("tlsCertificates[" + i + "].privateKey", "The private key is missing");
                }
              }
            })
        .error(
            prefix + "-CRL-CRED",
            Gate.ISTIOD,
            "Remove caCrl: the credential's secret has it",
            (tls, report) -> {
              if (isPassthrough(tls)
                  && Text.isSet(tls.caCrl())
                  && Text.isSet(tls.credentialName())) {
                report.add("caCrl", "caCrl stands beside credentialName");
              }
            })
        .error(
            prefix + "-CRL-SIMPLE",
            Gate.ISTIOD,
            "Remove caCrl, or write the mode MUTUAL",
            (tls, report) -> {
              if (mode(tls) == ServerTlsMode.SIMPLE && readsFiles(tls) && Text.isSet(tls.caCrl())) {
                report.add("caCrl", "Without client certificates there is nothing to revoke");
              }
            })
        .build();
  }

  static ServerTlsMode mode(ServerTlsSettings tls) {
    return tls.mode().orElse(ServerTlsMode.PASSTHROUGH);
  }

  private static boolean isPassthrough(ServerTlsSettings tls) {
    return mode(tls) == ServerTlsMode.PASSTHROUGH || mode(tls) == ServerTlsMode.AUTO_PASSTHROUGH;
  }

  // With a credential, istiod looks at nothing else in these modes.
  private static boolean readsFiles(ServerTlsSettings tls) {
    return switch (mode(tls)) {
      case SIMPLE, MUTUAL, OPTIONAL_MUTUAL ->
          !Text.isSet(tls.credentialName()) && tls.credentialNames().isEmpty();
      case PASSTHROUGH, AUTO_PASSTHROUGH, ISTIO_MUTUAL -> false;
    };
  }

  private static boolean hasCertificates(ServerTlsSettings tls) {
    return Text.isSet(tls.serverCertificate())
        || Text.isSet(tls.privateKey())
        || Text.isSet(tls.caCertificates())
        || !tls.tlsCertificates().isEmpty()
        || Text.isSet(tls.credentialName())
        || !tls.credentialNames().isEmpty();
  }

  // istiod takes the first byte of UTF-8 for a character of Latin-1: all that occur are letters,
  // but
  // the one that much of Hebrew begins with.
  private static boolean beginsWithWord(char first) {
    return Text.isLetterOrDigit(first) || (first >= 0x80 && !(first >= 0x5c0 && first < 0x600));
  }

  private static boolean isCipher(String cipher) {
    return cipher.isEmpty() || !beginsWithWord(cipher.charAt(0)) || CIPHERS.contains(cipher);
  }
}
