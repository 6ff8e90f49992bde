package com.policycortex.istio.validation;

import java.util.Locale;
import java.util.Optional;

/**
 * A URL as Go's {@code net/url} reads it: laxer than Java's URI, and stricter about colons.
 *
 * @param scheme in lower case; empty if there is none
 * @param host with the port
 */
record Url(String scheme, String host) {

  private static final String USER_INFO = "-._:~!$&'()*+,;=%@";
  private static final String HOST = "-_.~!$&'()*+,;=:[]<>\"";

  /** An absolute URL or an absolute path, as {@code ParseRequestURI} reads it. */
  static Optional<Url> parseRequest(String url) {
    return url.isEmpty() ? Optional.empty() : parse(url, true);
  }

  /** A URL with or without a scheme, perhaps with a fragment, as {@code Parse} reads it. */
  static Optional<Url> parse(String url) {
    int hash = url.indexOf('#');
    boolean fragment = hash < 0 || hasGoodEscapes(url.substring(hash));
    return fragment ? parse(hash < 0 ? url : url.substring(0, hash), false) : Optional.empty();
  }

  private static Optional<Url> parse(String url, boolean request) {
    int colon = schemeEnd(url);
    if (hasControl(url) || colon == 0) {
      return Optional.empty();
    }
    if (url.equals("*")) {
      return Optional.of(new Url("", ""));
    }
    String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = url.substring(colon + 1);
    int query = rest.indexOf('?');
    rest = query < 0 ? rest : rest.substring(0, query);
    if (!rest.startsWith("/")) {
      // With a scheme it is opaque, as mailto:x; without one it is relative.
      boolean good = !scheme.isEmpty() || (!request && isRelative(rest));
      return good ? Optional.of(new Url(scheme, "")) : Optional.empty();
    }
    String host = "";
    if (rest.startsWith("//") && (!scheme.isEmpty() || (!request && !rest.startsWith("///")))) {
      int slash = rest.indexOf('/', 2);
      int end = slash < 0 ? rest.length() : slash;
      String authority = rest.substring(2, end);
      if (!isAuthority(scheme, authority)) {
        return Optional.empty();
      }
      host = authority.substring(authority.lastIndexOf('@') + 1);
      rest = rest.substring(end);
    }
    return hasGoodEscapes(rest) ? Optional.of(new Url(scheme, host)) : Optional.empty();
  }

  /** The digits of the port; empty if there is none. */
  String port() {
    int colon = host.lastIndexOf(':');
    return colon >= 0 && isOptionalPort(host.substring(colon)) ? host.substring(colon + 1) : "";
  }

  private static boolean isRelative(String path) {
    int slash = path.indexOf('/');
    return hasGoodEscapes(path) && (slash < 0 ? path : path.substring(0, slash)).indexOf(':') < 0;
  }

  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) == 0x7f) {
        return true;
      }
    }
    return false;
  }

  // The place of the colon behind a scheme; -1 if there is no scheme, 0 if it is missing.
  private static int schemeEnd(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c == ':') {
        return i;
      }
      boolean later = Text.isDigit(c) || c == '+' || c == '-' || c == '.';
      if (!Text.isLetter(c) && !(later && i > 0)) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isAuthority(String scheme, String authority) {
    int at = authority.lastIndexOf('@');
    return isHost(scheme, authority.substring(at + 1))
        && (at < 0 || isUserInfo(authority.substring(0, at)));
  }

  private static boolean isUserInfo(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Text.isLetterOrDigit(c) && USER_INFO.indexOf(c) < 0) {
        return false;
      }
    }
    // An escape does not reach from the name into the password.
    int colon = text.indexOf(':');
    return hasGoodEscapes(colon < 0 ? text : text.substring(0, colon))
        && hasGoodEscapes(text.substring(colon + 1));
  }

  private static boolean isHost(String scheme, String host) {
    if (host.lastIndexOf('[') > 0) {
      return false;
    }
    if (host.startsWith("[")) {
      int bracket = host.lastIndexOf(']');
      return bracket >= 0
          && isOptionalPort(host.substring(bracket + 1))
          && isIpv6(host.substring(1, bracket));
    }
    // Only http and https forbid colons within the host.
    boolean strict = scheme.equals("http") || scheme.equals("https");
    int port = strict ? host.indexOf(':') : host.lastIndexOf(':');
    return (port < 0 || isOptionalPort(host.substring(port))) && isHostText(host);
  }

  // The zone follows an escaped percent sign, and may have escapes of its own.
  private static boolean isIpv6(String literal) {
    int zone = literal.indexOf("%25");
    String address = zone < 0 ? literal : literal.substring(0, zone);
    if (address.indexOf('%') >= 0 || address.indexOf(':') < 0 || !isHostText(address)) {
      return false;
    }
    return zone < 0
        ? IpAddresses.isAddress(address)
        : isZone(literal.substring(zone))
            && IpAddresses.isAddress(address + "%" + literal.substring(zone + 3));
  }

  private static boolean isZone(String zone) {
    for (int i = 0; i < zone.length(); i++) {
      char c = zone.charAt(i);
      if (c == '%') {
        if (!isEscape(zone, i)) {
          return false;
        }
        char escaped = (char) Integer.parseInt(zone.substring(i + 1, i + 3), 16);
        if (escaped != '%' && escaped != ' ' && !isHostCharacter(escaped)) {
          return false;
        }
      } else if (c < 0x80 && !isHostCharacter(c)) {
        return false;
      }
    }
    return true;
  }

  // Only bytes of UTF-8 beyond ASCII, and the percent sign, are escaped.
  private static boolean isHostText(String host) {
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == '%') {
        if (!isEscape(host, i)
            || (Character.digit(host.charAt(i + 1), 16) < 8 && !host.startsWith("25", i + 1))) {
          return false;
        }
      } else if (c < 0x80 && !isHostCharacter(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHostCharacter(char c) {
    return Text.isLetterOrDigit(c) || HOST.indexOf(c) >= 0;
  }

  private static boolean isOptionalPort(String port) {
    return port.isEmpty()
        || (port.charAt(0) == ':' && (port.length() == 1 || Text.isDigits(port.substring(1))));
  }

  private static boolean hasGoodEscapes(String text) {
    for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
      if (!isEscape(text, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEscape(String text, int percent) {
    return percent + 2 < text.length()
        && isHex(text.charAt(percent + 1))
        && isHex(text.charAt(percent + 2));
  }

  private static boolean isHex(char c) {
    return Text.isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
