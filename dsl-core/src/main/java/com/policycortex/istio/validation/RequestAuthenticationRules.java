package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.security.ClaimToHeader;
import com.policycortex.istio.model.security.JwtRule;
import com.policycortex.istio.model.security.RequestAuthentication;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Tokens: who issues them, where their keys are, where they are read from. */
final class RequestAuthenticationRules {

  private static final int RULES_LIMIT = 4096;
  private static final int URI = 2048;
  private static final int SPACE_DELIMITED = 64;

  private static final RuleSet<JwtRule> JWT =
      RuleSet.of(JwtRule.class)
          .error(
              "RA-ISSUER",
              Gate.ISTIOD,
              "Write issuer: it must be the token's iss",
              (rule, report) -> {
                if (!Text.isSet(rule.issuer())
                    && !Text.isSet(rule.jwksUri())
                    && !Text.isSet(rule.jwksUriLegacy())) {
                  report.add("issuer", "The rule has neither issuer nor jwksUri");
                }
              })
          .error(
              "RA-EMPTY-TEXT",
              Gate.API_SERVER,
              "Write a text, or leave the field out",
              (rule, report) -> {
                empty("issuer", rule.issuer(), report);
                empty("jwksUri", rule.jwksUri(), report);
                empty("jwks_uri", rule.jwksUriLegacy(), report);
              })
          .error(
              "RA-AUDIENCE",
              Gate.BOTH,
              "Write the audience",
              (rule, report) -> empty("audiences", rule.audiences(), report))
          .error(
              "RA-FROMPARAM",
              Gate.BOTH,
              "Write the parameter's name",
              (rule, report) -> empty("fromParams", rule.fromParams(), report))
          .error(
              "RA-FROMCOOKIE",
              Gate.BOTH,
              "Write the cookie's name",
              (rule, report) -> empty("fromCookies", rule.fromCookies(), report))
          .error(
              "RA-FROMHEADER",
              Gate.BOTH,
              "Write the header's name",
              (rule, report) -> {
                for (int i = 0; i < rule.fromHeaders().size(); i++) {
                  if (rule.fromHeaders().get(i).name().isEmpty()) {
                    report.add("fromHeaders[" + i + "].name", "The header has no name");
                  }
                }
              })
          .error(
              "RA-JWKS-TWICE",
              Gate.API_SERVER,
              "Keep one of jwks and jwksUri",
              (rule, report) -> {
                int sources =
                    (rule.jwks().isPresent() ? 1 : 0)
                        + (rule.jwksUri().isPresent() ? 1 : 0)
                        + (rule.jwksUriLegacy().isPresent() ? 1 : 0);
                if (sources > 1) {
                  report.add("jwks", "The keys come from " + sources + " places");
                }
              })
          .error(
              "RA-JWKSURI",
              Gate.BOTH,
              "Write a URL that starts with https:// or http://",
              (rule, report) -> {
                // istiod looks at the newer name, and at the older one where that is missing.
                uri("jwksUri", rule.jwksUri(), true, report);
                uri("jwks_uri", rule.jwksUriLegacy(), rule.jwksUri().isEmpty(), report);
              })
          .error(
              "RA-JWKS",
              Gate.ISTIOD,
              "Write a set of keys as RFC 7517 has it: {\"keys\": [...]}",
              (rule, report) -> {
                if (Text.isSet(rule.jwks())) {
                  String problem = JsonWebKeys.of(rule.jwks().get()).problem();
                  if (!problem.isEmpty()) {
                    report.add("jwks", problem);
                  }
                }
              })
          .warning(
              "RA-JWKS-PRIVATE",
              Gate.ISTIOD,
              "Write the public key only",
              (rule, report) -> {
                if (Text.isSet(rule.jwks())) {
                  for (int key : JsonWebKeys.of(rule.jwks().get()).secrets()) {
                    report.add("jwks", "Key " + key + " is a private one");
                  }
                }
              })
          .error(
              "RA-OUTPUTCLAIM",
              Gate.BOTH,
              "Write both header and claim",
              (rule, report) -> {
                for (int i = 0; i < rule.outputClaimToHeaders().size(); i++) {
                  ClaimToHeader output = rule.outputClaimToHeaders().get(i);
                  if (output.header().isEmpty() || output.claim().isEmpty()) {
                    report.add("outputClaimToHeaders[" + i + "]", "The header or claim is missing");
                  }
                }
              })
          .error(
              "RA-OUTPUTCLAIM-HEADER",
              Gate.BOTH,
              "Write letters, digits, '-' and '_'",
              (rule, report) -> {
                for (int i = 0; i < rule.outputClaimToHeaders().size(); i++) {
                  String header = rule.outputClaimToHeaders().get(i).header();
                  if (!header.isEmpty() && !HeaderNames.isStrict(header)) {
                    report.add(
                        "outputClaimToHeaders[" + i + "].header",
                        Text.quote(header) + " is not the name of a header");
                  }
                }
              })
          .error(
              "RA-SPACE-DELIMITED",
              Gate.API_SERVER,
              "Write at most 64 claims, none of them empty",
              (rule, report) -> {
                empty("spaceDelimitedClaims", rule.spaceDelimitedClaims(), report);
                if (rule.spaceDelimitedClaims().size() > SPACE_DELIMITED) {
                  report.add("spaceDelimitedClaims", "There are more than 64 claims");
                }
              })
          .rules(DurationRules.atLeastOneMillisecond("RA-TIMEOUT", "timeout", JwtRule::timeout))
          .build();

  static final RuleSet<RequestAuthentication> RULES =
      RuleSet.of(RequestAuthentication.class)
          .rule(
              SelectorRules.oneOf(
                  "RA-ONEOF",
                  RequestAuthentication::selector,
                  RequestAuthentication::targetRef,
                  RequestAuthentication::targetRefs))
          .rule(SelectorRules.maximum("RA-TARGETREFS-MAX", RequestAuthentication::targetRefs))
          .error(
              "RA-RULES-MAX",
              Gate.API_SERVER,
              "Write at most 4096 rules",
              (authentication, report) -> {
                if (authentication.jwtRules().size() > RULES_LIMIT) {
                  report.add("jwtRules", authentication.jwtRules().size() + " rules are too many");
                }
              })
          .each("jwtRules", RequestAuthentication::jwtRules, JWT)
          .part("selector", RequestAuthentication::selector, SelectorRules.MATCH_LABELS)
          .part("targetRef", RequestAuthentication::targetRef, SelectorRules.TARGET)
          .each("targetRefs", RequestAuthentication::targetRefs, SelectorRules.TARGET)
          .build();

  private RequestAuthenticationRules() {}

  private static void empty(String field, Optional<String> text, Report report) {
    if (text.isPresent() && text.get().isEmpty()) {
      report.add(field, "The text is empty");
    }
  }

  private static void empty(String field, List<String> texts, Report report) {
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).isEmpty()) {
        report.add(field + "[" + i + "]", "The text is empty");
      }
    }
  }

  private static void uri(String field, Optional<String> uri, boolean effective, Report report) {
    if (!Text.isSet(uri)) {
      return;
    }
    Optional<Url> url = Url.parse(uri.get());
    boolean web = url.isPresent() && isWeb(url.get());
    boolean request = web && Url.parseRequest(uri.get()).isPresent();
    boolean port = web && isInt64(url.get().port());
    if (!request && (!web || !port) && effective) {
      report.add(Gate.BOTH, field, Text.quote(uri.get()) + " is not a URL of https or http");
    } else if (!request) {
      report.add(Gate.API_SERVER, field, Text.quote(uri.get()) + " is not a URL of https or http");
    } else if (!port && effective) {
      report.add(Gate.ISTIOD, field, "The port " + Text.quote(url.get().port()) + " is too large");
    }
    if (Text.length(uri.get()) > URI) {
      report.add(Gate.API_SERVER, field, "The URL is longer than 2048 characters");
    }
  }

  private static boolean isWeb(Url url) {
    return url.scheme().equals("http") || url.scheme().equals("https");
  }

  // No larger than Go can hold; ports have no other limit here.
  private static boolean isInt64(String digits) {
    return digits.length() < 19 || new BigInteger(digits).bitLength() < Long.SIZE;
  }
}
