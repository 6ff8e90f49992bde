package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.ClientTlsMode;
import com.policycortex.istio.model.networking.ClientTlsSettings;
import org.jspecify.annotations.Nullable;

/** TLS towards a service. */
final class ClientTlsRules {

  private static final String CONFIG_MAP = "configmap://";

  static final RuleSet<ClientTlsSettings> RULES =
      RuleSet.of(ClientTlsSettings.class)
          .error(
              "DR-TLS-CONFIGMAP",
              Gate.ISTIOD,
              "Write configmap://namespace/name",
              (tls, report) -> {
                String credential = tls.credentialName().orElse("");
                if (credential.startsWith(CONFIG_MAP) && namespaceOf(credential) == null) {
                  report.add(
                      "credentialName",
                      Text.quote(credential) + " names no namespace and ConfigMap");
                }
              })
          .error(
              "DR-TLS-CONFIGMAP-NS",
              Gate.ISTIOD,
              "Name a ConfigMap of the manifest's own namespace, and write metadata.namespace",
              (tls, report) -> {
                String namespace = namespaceOf(tls.credentialName().orElse(""));
                if (namespace != null && !namespace.equals(report.namespace())) {
                  report.add(
                      "credentialName",
                      "The ConfigMap lies in the namespace " + Text.quote(namespace));
                }
              })
          .error(
              "DR-TLS-SKIPVERIFY-SIMPLE",
              Gate.ISTIOD,
              "Remove insecureSkipVerify, or what the server would be verified by",
              (tls, report) -> {
                if (tls.insecureSkipVerify().orElse(false)
                    && mode(tls) == ClientTlsMode.SIMPLE
                    && (verifies(tls) || Text.isSet(tls.credentialName()))) {
                  report.add(
                      "insecureSkipVerify", "The server is verified and at once not verified");
                }
              })
          .error(
              "DR-TLS-SKIPVERIFY-MUTUAL",
              Gate.ISTIOD,
              "Remove insecureSkipVerify, or caCertificates and subjectAltNames",
              (tls, report) -> {
                if (tls.insecureSkipVerify().orElse(false)
                    && mode(tls) == ClientTlsMode.MUTUAL
                    && verifies(tls)) {
                  report.add(
                      "insecureSkipVerify", "The server is verified and at once not verified");
                }
              })
          .error(
              "DR-TLS-CRED-FILES",
              Gate.ISTIOD,
              "Keep credentialName, or the paths of the files",
              (tls, report) -> {
                if (hasCredential(tls)
                    && (Text.isSet(tls.clientCertificate())
                        || Text.isSet(tls.caCertificates())
                        || Text.isSet(tls.privateKey())
                        || Text.isSet(tls.caCrl()))) {
                  report.add("credentialName", "There are both a credentialName and files");
                }
              })
          .error(
              "DR-TLS-MUTUAL-CERT",
              Gate.ISTIOD,
              "Write clientCertificate, or credentialName",
              (tls, report) -> {
                if (mode(tls) == ClientTlsMode.MUTUAL
                    && !hasCredential(tls)
                    && !Text.isSet(tls.clientCertificate())) {
                  report.add("clientCertificate", "Mutual TLS needs a client certificate");
                }
              })
          .error(
              "DR-TLS-MUTUAL-KEY",
              Gate.ISTIOD,
              "Write privateKey, or credentialName",
              (tls, report) -> {
                if (mode(tls) == ClientTlsMode.MUTUAL
                    && !hasCredential(tls)
                    && !Text.isSet(tls.privateKey())) {
                  report.add("privateKey", "Mutual TLS needs the client's private key");
                }
              })
          .build();

  private ClientTlsRules() {}

  private static ClientTlsMode mode(ClientTlsSettings tls) {
    return tls.mode().orElse(ClientTlsMode.DISABLE);
  }

  private static boolean verifies(ClientTlsSettings tls) {
    return Text.isSet(tls.caCertificates()) || !tls.subjectAltNames().isEmpty();
  }

  private static boolean hasCredential(ClientTlsSettings tls) {
    return Text.isSet(tls.credentialName())
        && (mode(tls) == ClientTlsMode.SIMPLE || mode(tls) == ClientTlsMode.MUTUAL);
  }

  // The namespace of configmap://namespace/name; null for every other text.
  private static @Nullable String namespaceOf(String credential) {
    if (!credential.startsWith(CONFIG_MAP)) {
      return null;
    }
    String[] parts = credential.substring(CONFIG_MAP.length()).split("/", -1);
    return parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty() ? null : parts[0];
  }
}
