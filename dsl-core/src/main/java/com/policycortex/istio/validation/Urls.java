package com.policycortex.istio.validation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** URLs as Go's {@code net/url} reads them: laxer than Java's URI, and stricter about colons. */
final class Urls {

  private Urls() {}

  /**
   * The scheme of an absolute URL or an absolute path ({@code ParseRequestURI}), in lower case.
   *
   * @return the scheme; empty if there is none; null if the text is no such URL
   */
  static @Nullable String schemeOfRequest(String url) {
    if (url.isEmpty() || hasControl(url)) {
      return null;
    }
    int colon = schemeEnd(url);
    if (colon == 0) {
      return null;
    }
    String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = url.substring(colon + 1);
    int query = rest.indexOf('?');
    if (query >= 0) {
      rest = rest.substring(0, query);
    }
    if (!rest.startsWith("/")) {
      // With a scheme: opaque, as mailto:x. Without: relative.
      return scheme.isEmpty() ? (url.equals("*") ? "" : null) : scheme;
    }
    String path = rest;
    if (!scheme.isEmpty() && rest.startsWith("//")) {
      int slash = rest.indexOf('/', 2);
      int end = slash < 0 ? rest.length() : slash;
      if (!isAuthority(scheme, rest.substring(2, end))) {
        return null;
      }
      path = rest.substring(end);
    }
    return hasGoodEscapes(path) ? scheme : null;
  }

  /**
   * True if a URL that {@link #schemeOfRequest} takes can also be read as one with a fragment, and
   * without a scheme.
   */
  static boolean isStrict(String url) {
    int hash = url.indexOf('#');
    if (hash >= 0 && !hasGoodEscapes(url.substring(hash))) {
      return false;
    }
    String rest = hash < 0 ? url : url.substring(0, hash);
    if (!rest.startsWith("//") || rest.startsWith("///")) {
      return true;
    }
    int query = rest.indexOf('?');
    rest = query < 0 ? rest : rest.substring(0, query);
    int slash = rest.indexOf('/', 2);
    return isAuthority("", rest.substring(2, slash < 0 ? rest.length() : slash));
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
      if (!Text.isLetterOrDigit(c) && "-._:~!$&'()*+,;=%@".indexOf(c) < 0) {
        return false;
      }
    }
    return hasGoodEscapes(text);
  }

  private static boolean isHost(String scheme, String host) {
    // Only http and https forbid colons within the host.
    boolean strict = scheme.equals("http") || scheme.equals("https");
    int port = strict ? host.indexOf(':') : host.lastIndexOf(':');
    if (host.lastIndexOf('[') > 0) {
      return false;
    }
    if (host.startsWith("[")) {
      int bracket = host.lastIndexOf(']');
      if (bracket < 0 || !isOptionalPort(host.substring(bracket + 1))) {
        return false;
      }
      String address = host.substring(1, bracket).replace("%25", "%");
      return address.indexOf(':') >= 0 && IpAddresses.isAddress(address);
    }
    if (port >= 0 && !isOptionalPort(host.substring(port))) {
      return false;
    }
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == '%') {
        // In hosts only bytes of UTF-8 beyond ASCII are escaped.
        if (!isEscape(host, i) || Character.digit(host.charAt(i + 1), 16) < 8) {
          return false;
        }
      } else if (c < 0x80 && !Text.isLetterOrDigit(c) && "-_.~!$&'()*+,;=:[]<>\"".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
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
