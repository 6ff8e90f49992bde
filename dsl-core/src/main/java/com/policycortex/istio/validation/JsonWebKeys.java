package com.policycortex.istio.validation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

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
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return new JsonWebKeys("The keys are not a JSON object", List.of());
      }
      TokenBuffer object = copy(parser);
      List<TokenBuffer> lists = new ArrayList<>();
      for (Map.Entry<String, TokenBuffer> member : members(object)) {
        if (member.getKey().equals("keys")) {
          lists.add(member.getValue());
        }
      }
      return lists.isEmpty() ? ofOne(object) : ofAll(lists);
    } catch (IOException e) {
      return new JsonWebKeys("The keys are not JSON", List.of());
    }
  }

  private static JsonWebKeys ofOne(TokenBuffer key) throws IOException {
    List<Map.Entry<String, TokenBuffer>> members = members(key);
    String problem = problemWith(members);
    return new JsonWebKeys(
        problem.isEmpty() ? "" : "The key " + problem, isSecret(members) ? List.of(0) : List.of());
  }

  // Keys of every list: "keys" may stand twice.
  private static JsonWebKeys ofAll(List<TokenBuffer> lists) throws IOException {
    List<Integer> secrets = new ArrayList<>();
    String problem = "";
    int index = 0;
    for (TokenBuffer list : lists) {
      JsonParser parser = list.asParser();
      JsonToken begin = parser.nextToken();
      if (begin != JsonToken.START_ARRAY && begin != JsonToken.VALUE_NULL) {
        return new JsonWebKeys("\"keys\" is not a list", List.of());
      }
      while (begin == JsonToken.START_ARRAY && parser.nextToken() != JsonToken.END_ARRAY) {
        List<Map.Entry<String, TokenBuffer>> members = members(copy(parser));
        String one = problemWith(members);
        problem = one.isEmpty() || !problem.isEmpty() ? problem : "Key " + index + " " + one;
        if (isSecret(members)) {
          secrets.add(index);
        }
        index++;
      }
    }
    return new JsonWebKeys(problem, secrets);
  }

  private static TokenBuffer copy(JsonParser parser) throws IOException {
    TokenBuffer buffer = new TokenBuffer(parser);
    buffer.copyCurrentStructure(parser);
    return buffer;
  }

  // In their order, each as often as it stands; of what is no object, none.
  private static List<Map.Entry<String, TokenBuffer>> members(TokenBuffer object)
      throws IOException {
    List<Map.Entry<String, TokenBuffer>> members = new ArrayList<>();
    JsonParser parser = object.asParser();
    if (parser.nextToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        members.add(Map.entry(name, copy(parser)));
      }
    }
    return members;
  }

  // Go's JSON finds the type by its name in any case, and of several the last.
  private static String type(List<Map.Entry<String, TokenBuffer>> members) throws IOException {
    String type = "";
    for (Map.Entry<String, TokenBuffer> member : members) {
      if (member.getKey().equalsIgnoreCase("kty")) {
        JsonNode value = value(member);
        if (!isTextOrNull(value)) {
          return "";
        }
        type = value.isNull() ? type : value.asText();
      }
    }
    return type;
  }

  private static JsonNode value(Map.Entry<String, TokenBuffer> member) throws IOException {
    return JSON.readTree(member.getValue().asParser());
  }

  private static boolean isPrivate(List<Map.Entry<String, TokenBuffer>> members) {
    return members.stream().anyMatch(member -> member.getKey().equalsIgnoreCase("d"));
  }

  // The private members are looked at only in a private key.
  private static String problemWith(List<Map.Entry<String, TokenBuffer>> members)
      throws IOException {
    boolean secret = isPrivate(members);
    String type = type(members);
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
    for (String name : required) {
      if (members.stream().noneMatch(member -> member.getKey().equals(name))) {
        return "lacks " + Text.quote(name);
      }
    }
    for (Map.Entry<String, TokenBuffer> member : members) {
      String name = member.getKey();
      JsonNode value = value(member);
      if (name.equals("kty") && !value.asText("").equals(type)) {
        return "has two types";
      } else if (bytes.contains(name) && !isBytes(value)) {
        return "has a " + Text.quote(name) + " that is not base64";
      } else if (name.equals("crv") && required.contains("crv") && !isTextOrNull(value)) {
        return "has a \"crv\" that is no text";
      }
      String problem = problemWithCommonMember(name, value);
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    return "";
  }

  private static String problemWithCommonMember(String name, JsonNode value) {
    if (TEXTS.contains(name) && !isTextOrNull(value)) {
      return "has a " + Text.quote(name) + " that is no text";
    }
    if (name.equals("key_ops") && !areTexts(value)) {
      return "has \"key_ops\" that is no list of texts";
    }
    return name.equals("x5c") && !areCertificates(value)
        ? "has \"x5c\" that is no list of certificates"
        : "";
  }

  private static boolean isSecret(List<Map.Entry<String, TokenBuffer>> members) throws IOException {
    return type(members).equals("oct") || isPrivate(members);
  }

  private static boolean isTextOrNull(JsonNode value) {
    return value.isNull() || value.isTextual();
  }

  private static boolean areTexts(JsonNode values) {
    if (values.isNull()) {
      return true;
    }
    for (JsonNode value : values) {
      if (!isTextOrNull(value)) {
        return false;
      }
    }
    return values.isArray();
  }

  private static boolean areCertificates(JsonNode values) {
    if (!areTexts(values)) {
      return false;
    }
    for (JsonNode value : values) {
      try {
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(Base64.getDecoder().decode(value.asText(""))));
      } catch (CertificateException | IllegalArgumentException e) {
        return false;
      }
    }
    return true;
  }

  // Either alphabet, with or without padding.
  private static boolean isBytes(JsonNode value) {
    if (!isTextOrNull(value)) {
      return false;
    }
    String text = value.isNull() ? "" : value.asText();
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
