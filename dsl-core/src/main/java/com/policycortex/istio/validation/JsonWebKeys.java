package com.policycortex.istio.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A set of keys to verify tokens with (RFC 7517), as far as istiod looks at it.
 *
 * @param problem what is wrong with it; empty if nothing is
 * @param secrets which of the keys, counted from 0, give away what must stay private
 */
record JsonWebKeys(String problem, List<Integer> secrets) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> RSA = List.of("n", "e");
  private static final List<String> EC = List.of("x", "y");
  private static final Set<String> EC_CURVES = Set.of("P-256", "P-384", "P-521");
  private static final Set<String> OKP_CURVES = Set.of("Ed25519", "X25519");

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
    List<Integer> secrets = new ArrayList<>();
    String problem = "";
    JsonNode keys = root.path("keys");
    if (keys.isArray()) {
      for (int i = 0; i < keys.size(); i++) {
        String one = problemWith(keys.get(i));
        problem = one.isEmpty() || !problem.isEmpty() ? problem : "Key " + i + " " + one;
        if (isSecret(keys.get(i))) {
          secrets.add(i);
        }
      }
    } else {
      String one = problemWith(root);
      problem = one.isEmpty() ? "" : "The key " + one;
      if (isSecret(root)) {
        secrets.add(0);
      }
    }
    return new JsonWebKeys(problem, secrets);
  }

  private static String problemWith(JsonNode key) {
    String type = key.path("kty").asText("");
    return switch (type) {
      case "RSA" -> missing(key, RSA);
      case "EC" ->
          EC_CURVES.contains(key.path("crv").asText("")) ? missing(key, EC) : "has no known curve";
      case "OKP" ->
          OKP_CURVES.contains(key.path("crv").asText(""))
              ? missing(key, List.of("x"))
              : "has no known curve";
      case "oct" -> missing(key, List.of("k"));
      default -> "has the type " + Text.quote(type) + ", not RSA, EC, OKP or oct";
    };
  }

  private static String missing(JsonNode key, List<String> members) {
    for (String member : members) {
      JsonNode value = key.path(member);
      if (!value.isTextual() || value.asText().isEmpty() || !isBase64(value.asText())) {
        return "lacks a good " + Text.quote(member);
      }
    }
    return "";
  }

  private static boolean isSecret(JsonNode key) {
    return key.path("kty").asText("").equals("oct") || key.has("d");
  }

  private static boolean isBase64(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Text.isLetterOrDigit(c) && "-_+/=".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
