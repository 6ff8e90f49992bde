package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.HttpBody;
import com.policycortex.istio.model.networking.HttpDirectResponse;
import com.policycortex.istio.model.networking.HttpDirectResponseBody;
import java.util.Optional;
import java.util.regex.Pattern;

/** Fixed answers. */
final class DirectResponseRules {

  private static final long MAXIMUM = 1 << 20;
  private static final long LARGE = 100 << 10;
  // Possessive, as a body may be long.
  private static final Pattern BASE64 =
      Pattern.compile("(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");

  static final RuleSet<HttpDirectResponse> RULES =
      RuleSet.of(HttpDirectResponse.class)
          .error(
              "VS-DIRECT-STATUS",
              Gate.ISTIOD,
              "Write a status from 200 to 600",
              (response, report) -> {
                if (response.status() < 200 || response.status() > 600) {
                  report.add("status", response.status() + " is not a status from 200 to 600");
                }
              })
          .error(
              "VS-DIRECT-BASE64",
              Gate.BOTH,
              "Write the body's bytes in base64",
              (response, report) -> {
                if (size(response) < 0) {
                  report.add("body.bytes", "The body is not base64");
                } else if (bytes(response).filter(String::isEmpty).isPresent()) {
                  report.add(Gate.API_SERVER, "body.bytes", "The body has no bytes");
                }
              })
          .error(
              "VS-DIRECT-BODY-MAX",
              Gate.ISTIOD,
              "Serve so large an answer from a service",
              (response, report) -> {
                if (size(response) > MAXIMUM) {
                  report.add("body", "The body has " + size(response) + " bytes, more than 1 MiB");
                }
              })
          .warning(
              "VS-DIRECT-BODY-LARGE",
              Gate.ISTIOD,
              "Serve so large an answer from a service",
              (response, report) -> {
                if (size(response) > LARGE && size(response) <= MAXIMUM) {
                  report.add(
                      "body",
                      "The body has "
                          + size(response)
                          + " bytes, more than 100 KiB, and goes to every proxy");
                }
              })
          .build();

  private DirectResponseRules() {}

  private static Optional<String> bytes(HttpDirectResponse response) {
    return response
        .body()
        .flatMap(HttpDirectResponseBody::specifier)
        .flatMap(
            body ->
                body instanceof HttpBody.Base64 bytes
                    ? Optional.of(bytes.value())
                    : Optional.empty());
  }

  private static long size(HttpDirectResponse response) {
    HttpBody body = response.body().flatMap(HttpDirectResponseBody::specifier).orElse(null);
    if (body instanceof HttpBody.Text text) {
      return Text.utf8Length(text.value());
    }
    return body instanceof HttpBody.Base64 bytes ? decodedSize(bytes.value()) : 0;
  }

  private static long decodedSize(String text) {
    if (!BASE64.matcher(text).matches()) {
      return -1;
    }
    int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
    return text.length() / 4 * 3L - padding;
  }
}
