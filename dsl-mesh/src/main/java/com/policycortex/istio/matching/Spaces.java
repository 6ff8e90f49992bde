package com.policycortex.istio.matching;

import com.policycortex.istio.matching.text.Language;
import com.policycortex.istio.matching.text.TextSpace;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** The texts that attributes can have, as a real Envoy lets them through. */
final class Spaces {

  private static final String UNRESERVED_PUNCTUATION = "-._~";
  // What Envoy leaves as it is in a path; the rest it escapes, or refuses.
  private static final String PATH_PUNCTUATION = "-._~!$&'()*+,;=:@[]%/";

  private static final TextSpace METHOD =
      new TextSpace(
          Language.regex(
              "[!#$%&'*+.^_`|~0-9A-Za-z-]+",
              text -> all(text, c -> isAlphanumeric(c) || "!#$%&'*+.^_`|~-".indexOf(c) >= 0, 1)),
          Language.regex("[A-Z]+"),
          List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"));
  private static final TextSpace AUTHORITY =
      new TextSpace(
          visible("[!-~]*", 0), Language.regex("[a-z0-9.-]+(?::[0-9]+)?"), List.of("example.com"));
  private static final TextSpace SCHEME =
      new TextSpace(
          Language.exact(Set.of("http", "https")), Language.any(), List.of("http", "https"));
  private static final TextSpace PATH =
      new TextSpace(
          Language.allOf(
              List.of(
                  Language.prefix("/"),
                  Language.regex(
                      "/[-._~!$&'()*+,;=:@\\[\\]%/0-9A-Za-z]*",
                      text ->
                          text.startsWith("/")
                              && all(
                                  text,
                                  c -> isAlphanumeric(c) || PATH_PUNCTUATION.indexOf(c) >= 0,
                                  1)),
                  Language.regex("(?:.*/)?\\.\\.?(?:/.*)?", Spaces::hasDotSegment).not(),
                  Language.regex(
                          ".*%(?:2[dDeE]|3[0-9]|[46][1-9a-fA-F]|[57][0-9aA]|5[fF]|7[eE]).*",
                          Spaces::hasNeedlessEscape)
                      .not())),
          Language.regex("(?:/[-._~0-9A-Za-z]+)*/?"),
          List.of("/", "/a", "/x"));
  private static final TextSpace PATH_AND_QUERY =
      new TextSpace(
          Language.prefix("/")
              .and(Language.regex("[!\"$-~]*", text -> all(text, c -> visible(c) && c != '#', 0))),
          Language.any(),
          List.of("/", "/a"));
  private static final TextSpace HEADER =
      new TextSpace(Language.any(), Language.regex("[!-~]*"), List.of("1", "x"));
  private static final TextSpace QUERY_PARAMETER =
      new TextSpace(
          Language.regex(
              "[!\"$%'-~]*", text -> all(text, c -> visible(c) && c != '#' && c != '&', 0)),
          Language.any(),
          List.of("1", "x"));
  private static final TextSpace NAME =
      new TextSpace(visible("[!-~]+", 1), Language.any(), List.of());
  private static final TextSpace NAMESPACE =
      new TextSpace(visible("[!-~]+", 1), Language.any(), List.of("default", "other"));
  private static final TextSpace PORT =
      new TextSpace(
          Language.regex("[1-9][0-9]{0,4}"),
          Language.regex("[1-9][0-9]{0,3}"),
          List.of("80", "8080", "443", "9000"));
  private static final TextSpace SNI =
      new TextSpace(
          visible("[!-~]+", 1), Language.regex("[a-z0-9.-]+"), List.of("example.com", "www"));
  private static final TextSpace ADDRESS =
      new TextSpace(
          Language.regex("4[01]{32}|6[01]{128}", Spaces::isAddress),
          Language.any(),
          List.of(bits("10.0.0.1"), bits("192.0.2.1"), bits("2001:db8::1")));
  // Istio's own identities have one namespace; others, of foreign certificates, have none.
  private static final TextSpace PRINCIPAL =
      new TextSpace(
          visible("[!-~]+", 1)
              .and(
                  Language.regex("spiffe://[^/]+/ns/[^/]+/sa/[^/]+")
                      .or(Language.regex(".*/ns/.*", text -> text.contains("/ns/")).not())),
          Language.regex("spiffe://[a-z0-9.-]+/ns/[a-z0-9-]+/sa/[a-z0-9-]+"),
          List.of(
              "spiffe://cluster.local/ns/default/sa/default",
              "spiffe://cluster.local/ns/other/sa/other"));

  private Spaces() {}

  static TextSpace of(Attribute.Kind kind) {
    return switch (kind) {
      case METHOD -> METHOD;
      case AUTHORITY -> AUTHORITY;
      case SCHEME -> SCHEME;
      case PATH -> PATH;
      case PATH_AND_QUERY -> PATH_AND_QUERY;
      case HEADER, CLAIM, METADATA, METADATA_LIST -> HEADER;
      case QUERY_PARAMETER -> QUERY_PARAMETER;
      case GATEWAY, SOURCE_LABEL -> NAME;
      case SOURCE_NAMESPACE -> NAMESPACE;
      case LISTENER_PORT, DESTINATION_PORT -> PORT;
      case SNI -> SNI;
      case DESTINATION_IP, SOURCE_IP, REMOTE_IP -> ADDRESS;
      case PRINCIPAL -> PRINCIPAL;
    };
  }

  private static Language visible(String expression, int least) {
    return Language.regex(expression, text -> all(text, Spaces::visible, least));
  }

  private static boolean visible(int c) {
    return c > ' ' && c < 0x7F;
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean all(String text, IntPredicate predicate, int least) {
    for (int i = 0; i < text.length(); i++) {
      if (!predicate.test(text.charAt(i))) {
        return false;
      }
    }
    return text.length() >= least;
  }

  private static boolean hasDotSegment(String path) {
    for (int at = path.indexOf('.'); at >= 0; at = path.indexOf('.', at + 1)) {
      if (at == 0 || path.charAt(at - 1) == '/') {
        int end = at + 1 < path.length() && path.charAt(at + 1) == '.' ? at + 2 : at + 1;
        if (end == path.length() || path.charAt(end) == '/') {
          return true;
        }
      }
    }
    return false;
  }

  // An escape of what needs none: Envoy has decoded it.
  private static boolean hasNeedlessEscape(String path) {
    for (int at = path.indexOf('%');
        at >= 0 && at + 2 < path.length();
        at = path.indexOf('%', at + 1)) {
      int high = Character.digit(path.charAt(at + 1), 16);
      int low = Character.digit(path.charAt(at + 2), 16);
      int c = high * 16 + low;
      boolean hexadecimal = high >= 0 && low >= 0 && path.charAt(at + 1) < 0x7F;
      if (hexadecimal && (isAlphanumeric(c) || UNRESERVED_PUNCTUATION.indexOf(c) >= 0)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAddress(String bits) {
    boolean four = bits.startsWith("4") && bits.length() == 33;
    boolean six = bits.startsWith("6") && bits.length() == 129;
    return (four || six) && bits.substring(1).chars().allMatch(c -> c == '0' || c == '1');
  }

  private static String bits(String address) {
    return Addresses.bits(address).orElseThrow();
  }
}
