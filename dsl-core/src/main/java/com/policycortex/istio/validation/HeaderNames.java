package com.policycortex.istio.validation;

/** Names of HTTP headers, which Istio judges differently by where they stand. */
final class HeaderNames {

  private static final String CLAIMS = "@request.auth.claims";
  // The range +-. in Istio's pattern lets the comma in.
  private static final String TOKEN = "!#$%&'*+,-.^_`|~";

  private HeaderNames() {}

  /** A name in a match of a VirtualService. */
  static boolean isMatchable(String name) {
    return isJwtClaim(name) || isPseudoHeader(name) || isToken(name);
  }

  /** A name in {@code corsPolicy}. */
  static boolean isCors(String name) {
    return isToken(name);
  }

  /** A name that a request header may be added or set under. */
  static boolean isAddableToRequest(String name) {
    return !name.isEmpty() && (name.charAt(0) != ':' || name.equalsIgnoreCase(":authority"));
  }

  /** A name that may be removed, or changed in a response. */
  static boolean isChangeable(String name) {
    return !name.isEmpty() && name.charAt(0) != ':' && !name.equalsIgnoreCase("host");
  }

  /** Letters, digits, {@code -} and {@code _}. */
  static boolean isStrict(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Text.isLetterOrDigit(c) && c != '-' && c != '_') {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** True for the header or the pseudo header that names the authority. */
  static boolean isAuthority(String name) {
    return name.equalsIgnoreCase(":authority") || name.equalsIgnoreCase("host");
  }

  /** {@code @request.auth.claims.x} or {@code @request.auth.claims[x]}. */
  static boolean isJwtClaim(String name) {
    int start = CLAIMS.length();
    if (name.length() < start + 2 || !name.regionMatches(true, 0, CLAIMS, 0, start)) {
      return false;
    }
    return name.charAt(start) == '.'
        || (name.charAt(start) == '[' && name.endsWith("]") && name.length() > start + 2);
  }

  private static boolean isPseudoHeader(String name) {
    return switch (name) {
      case ":method", ":scheme", ":authority", ":path", ":status" -> true;
      default -> false;
    };
  }

  private static boolean isToken(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Text.isLetterOrDigit(c) && TOKEN.indexOf(c) < 0) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
