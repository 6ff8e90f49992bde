package com.policycortex.istio.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of keys to verify tokens with (RFC 7517), as far as istiod looks at it.
 *
 * @param problem what is wrong with it; empty if nothing is
 * @param secrets which of the keys, counted from 0, give away what must stay private
 */
record JsonWebKeys(String problem, List<Integer> secrets) {

  // What follows the object is not looked at, as in istiod.
  private static final ObjectMapper JSON = new ObjectMapper();
  // istiod's library reads x58 where RFC 7517 has x5u.
  private static final List<String> TEXTS = List.of("alg", "kid", "use", "x5t", "x5t#S256", "x58");

  static JsonWebKeys of(String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return new JsonWebKeys("The keys are not JSON", List.of());
    }
    if (root == null || !root.isObject()) {
      return new JsonWebKeys("The keys are not a JSON object", List.of());
    }
    if (!root.has("keys")) {
      String problem = problemWith(root);
      return new JsonWebKeys(
          problem.isEmpty() ? "" : "The key " + problem, isSecret(root) ? List.of(0) : List.of());
    }
    JsonNode keys = root.path("keys");
    return keys.isArray() || keys.isNull()
        ? ofAll(keys)
        : new JsonWebKeys("\"keys\" is not a list", List.of());
  }

  private static JsonWebKeys ofAll(JsonNode keys) {
    List<Integer> secrets = new ArrayList<>();
    String problem = "";
    for (int i = 0; i < keys.size(); i++) {
      String one = problemWith(keys.get(i));
      problem = one.isEmpty() || !problem.isEmpty() ? problem : "Key " + i + " " + one;
      if (isSecret(keys.get(i))) {
        secrets.add(i);
      }
    }
    return new JsonWebKeys(problem, secrets);
  }

  // The private members are looked at only in a private key.
  private static String problemWith(JsonNode key) {
    boolean secret = key.has("d");
    String type = key.path("kty").isTextual() ? key.path("kty").asText() : "";
    List<String> required;
    List<String> bytes;
    switch (type) {
      case "RSA" -> {
        required = secret ? List.of("n", "e", "d") : List.of("n", "e");
        bytes = secret ? List.of("n", "e", "d", "p", "q", "dp", "dq", "qi") : required;
      }
      case "EC" -> {
        required = secret ? List.of("crv", "x", "y", "d") : List.of("crv", "x", "y");
        bytes = secret ? List.of("x", "y", "d") : List.of("x", "y");
      }
      case "OKP" -> {
        required = secret ? List.of("crv", "x", "d") : List.of("crv", "x");
        bytes = secret ? List.of("x", "d") : List.of("x");
      }
      case "oct" -> {
        required = List.of("k");
        bytes = required;
      }
      default -> {
        return "has the type " + Text.quote(type) + ", not RSA, EC, OKP or oct";
      }
    }
    for (String member : required) {
      if (!key.has(member)) {
        return "lacks " + Text.quote(member);
      }
    }
    for (String member : bytes) {
      if (!isBytes(key.get(member))) {
        return "has a " + Text.quote(member) + " that is not base64";
      }
    }
    if (required.contains("crv") && !isTextOrNull(key.get("crv"))) {
      return "has a \"crv\" that is no text";
    }
    return problemWithCommonMembers(key);
  }

  private static String problemWithCommonMembers(JsonNode key) {
    for (String member : TEXTS) {
      if (!isTextOrNull(key.get(member))) {
        return "has a " + Text.quote(member) + " that is no text";
      }
    }
    if (!areTexts(key.get("key_ops"))) {
      return "has \"key_ops\" that is no list of texts";
    }
    return areCertificates(key.get("x5c")) ? "" : "has \"x5c\" that is no list of certificates";
  }

  private static boolean isSecret(JsonNode key) {
    return key.path("kty").asText("").equals("oct") || key.has("d");
  }

  private static boolean isTextOrNull(@Nullable JsonNode value) {
    return value == null || value.isNull() || value.isTextual();
  }

  private static boolean areTexts(@Nullable JsonNode values) {
    if (values == null || values.isNull()) {
      return true;
    }
    for (JsonNode value : values) {
      if (!isTextOrNull(value)) {
        return false;
      }
    }
    return values.isArray();
  }

  private static boolean areCertificates(@Nullable JsonNode values) {
    if (!areTexts(values)) {
      return false;
    }
    if (values != null) {
      for (JsonNode value : values) {
        try {
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(Base64.getDecoder().decode(value.asText(""))));
        } catch (CertificateException | IllegalArgumentException e) {
          return false;
        }
      }
    }
    return true;
  }

  // Either alphabet, with or without padding.
  private static boolean isBytes(@Nullable JsonNode value) {
    if (!isTextOrNull(value)) {
      return false;
    }
    String text = value == null || value.isNull() ? "" : value.asText();
    text = text.replace("\r", "").replace("\n", "");
    boolean standard = text.indexOf('+') >= 0 || text.indexOf('/') >= 0;
    Base64.Decoder decoder = standard ? Base64.getDecoder() : Base64.getUrlDecoder();
    try {
      byte[] unused = decoder.decode(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
