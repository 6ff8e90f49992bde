package com.policycortex.istio.analysis.gateways;

import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.model.kubernetes.Secret;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What gateways need of a Secret. */
final class Certificates {

  private static final List<List<String>> PAIRS =
      List.of(List.of("tls.crt", "tls.key"), List.of("cert", "key"));
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]+-----END [A-Z ]*PRIVATE KEY-----");

  private Certificates() {}

  /** What is wrong with it; absent where it has a certificate that can be read, and a key. */
  static Optional<String> problem(Secret secret) {
    for (List<String> pair : PAIRS) {
      byte[] certificate = value(secret, pair.get(0));
      byte[] key = value(secret, pair.get(1));
      if (certificate.length > 0 && key.length > 0) {
        return problem(pair, certificate, key);
      }
    }
    return Optional.of("has no certificate with a key");
  }

  /** What is wrong with the CA that clients' certificates are held against. */
  static Optional<String> problemOfClients(Secret secret, MeshView mesh) {
    String name = secret.metadata().name() + "-cacert";
    Secret holder = mesh.find(Secret.KIND, Names.namespace(secret), name).orElse(secret);
    return value(holder, "ca.crt").length > 0 || value(holder, "cacert").length > 0
        ? Optional.empty()
        : Optional.of("has no ca.crt, against which certificates of clients are held");
  }

  private static Optional<String> problem(List<String> pair, byte[] certificate, byte[] key) {
    if (!isCertificate(certificate)) {
      return Optional.of("has no certificate in PEM at " + pair.get(0));
    }
    return KEY.matcher(new String(key, StandardCharsets.ISO_8859_1)).find()
        ? Optional.empty()
        : Optional.of("has no private key in PEM at " + pair.get(1));
  }

  private static boolean isCertificate(byte[] text) {
    if (!new String(text, StandardCharsets.ISO_8859_1).contains("-----BEGIN CERTIFICATE-----")) {
      return false;
    }
    try {
      return !CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(text))
          .isEmpty();
    } catch (CertificateException e) {
      return false;
    }
  }

  // stringData takes the place of data, as in the API server.
  private static byte[] value(Secret secret, String key) {
    String text = secret.stringData().get(key);
    if (text != null) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getMimeDecoder().decode(secret.data().getOrDefault(key, ""));
    } catch (IllegalArgumentException e) {
      return new byte[0]; // the rules of Secrets say so
    }
  }
}
