package com.policycortex.istio.validation;

import org.jspecify.annotations.Nullable;

/**
 * DNS names as Istio judges them. A {@code problem…} method returns null for a good name, else what
 * is wrong with it.
 */
final class DnsNames {

  private static final int LABEL = 63;
  private static final int NAME = 255;
  private static final String LABEL_RULE =
      "letters, digits and -, starting and ending with a letter or digit, at most 63 characters";

  private DnsNames() {}

  /** Istio's DNS label: upper case allowed. */
  static boolean isLabel(String text) {
    return isLabel(text, 0, text.length());
  }

  static @Nullable String problemWithLabel(String text) {
    return isLabel(text) ? null : Text.quote(text) + " is not a DNS label: " + LABEL_RULE;
  }

  /** A host name without wildcard. */
  static @Nullable String problemWithFqdn(String text) {
    String problem = problemWithLength(text);
    return problem != null ? problem : problemWithLabels(text, 0);
  }

  /** A host name whose first label may be {@code *}, {@code *x} or {@code *-x}. */
  static @Nullable String problemWithWildcardDomain(String text) {
    if (isPlain(text)) {
      return null;
    }
    String problem = problemWithLength(text);
    if (problem != null) {
      return problem;
    }
    int dot = text.indexOf('.');
    int end = dot < 0 ? text.length() : dot;
    if (!isWildcardLabel(text, end)) {
      int scheme = text.indexOf("://");
      if (scheme > 0) {
        return Text.quote(text)
            + " is not a host but a URL: leave out "
            + text.substring(0, scheme)
            + "://";
      }
      return Text.quote(text)
          + " is not a host: its first part is neither a wildcard nor a DNS label ("
          + LABEL_RULE
          + ")";
    }
    return dot < 0 ? null : problemWithLabels(text, dot + 1);
  }

  /** A host of a VirtualService that is bound to a gateway, or an SNI host. */
  static @Nullable String problemWithSniDomain(boolean sni, String text) {
    if (sni && text.startsWith("outbound_")) {
      String problem = problemWithLength(text);
      if (problem != null) {
        return problem;
      }
      String[] parts = text.split("_", -1);
      if (parts.length >= 4 && hasDigit(parts[1]) && hasLetter(parts[3])) {
        return null;
      }
    }
    return problemWithWildcardDomain(text);
  }

  /** A wildcard that covers part of a label, such as {@code *foo.com}. */
  static boolean isPartialWildcard(String text) {
    return text.indexOf('*') >= 0 && text.length() != 1 && !text.startsWith("*.");
  }

  /** A trust domain. */
  static boolean isTrustDomain(String text) {
    if (text.isEmpty()) {
      return false;
    }
    int from = 0;
    while (true) {
      int dot = text.indexOf('.', from);
      if (dot < 0) {
        return from == text.length() || isLabel(text, from, text.length());
      }
      if (!isLabel(text, from, dot)) {
        return false;
      }
      from = dot + 1;
    }
  }

  /** Kubernetes' RFC 1123 label, lower case: names of namespaces. */
  static boolean isRfc1123Label(String text) {
    return isLabel(text) && isLowerCase(text);
  }

  /** Kubernetes' RFC 1123 subdomain, lower case: names of most objects. */
  static boolean isRfc1123Subdomain(String text) {
    if (text.isEmpty() || text.length() > 253 || !isLowerCase(text)) {
      return false;
    }
    int from = 0;
    while (true) {
      int dot = text.indexOf('.', from);
      int end = dot < 0 ? text.length() : dot;
      if (!isLabelShape(text, from, end)) {
        return false;
      }
      if (dot < 0) {
        return true;
      }
      from = dot + 1;
    }
  }

  static boolean isLabel(String text, int from, int to) {
    return to - from <= LABEL && isLabelShape(text, from, to);
  }

  private static boolean isLabelShape(String text, int from, int to) {
    if (to <= from
        || !Text.isLetterOrDigit(text.charAt(from))
        || !Text.isLetterOrDigit(text.charAt(to - 1))) {
      return false;
    }
    for (int i = from + 1; i < to - 1; i++) {
      char c = text.charAt(i);
      if (!Text.isLetterOrDigit(c) && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLowerCase(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        return false;
      }
    }
    return true;
  }

  private static boolean isWildcardLabel(String text, int to) {
    if (to == 0 || to > LABEL) {
      return false;
    }
    if (text.charAt(0) != '*') {
      return isLabelShape(text, 0, to);
    }
    if (to == 1) {
      return true;
    }
    return isLabelShape(text, text.charAt(1) == '-' ? 2 : 1, to);
  }

  // What almost all names are, in one look: labels, the last of which has a letter.
  private static boolean isPlain(String text) {
    int length = text.length();
    if (length > NAME) {
      return false;
    }
    int start = 0;
    boolean letter = false;
    char before = '-';
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (before == '-' || i - start > LABEL) {
          return false;
        }
        start = i + 1;
        letter = false;
        c = '-'; // a label begins as it ends: not with a dash
      } else if (c == '-') {
        if (i == start) {
          return false;
        }
      } else if (Text.isLetterOrDigit(c)) {
        letter |= c > '9';
      } else {
        return false;
      }
      before = c;
    }
    return before != '-' && letter && length - start <= LABEL;
  }

  private static @Nullable String problemWithLength(String text) {
    if (text.isEmpty()) {
      return "The host is empty";
    }
    return text.length() * 3L > NAME && Text.utf8Length(text) > NAME
        ? "The host has more than 255 bytes"
        : null;
  }

  private static @Nullable String problemWithLabels(String text, int from) {
    int last = text.lastIndexOf('.') + 1;
    if (isNumber(text, Math.max(last, from))) {
      return Text.quote(text) + " ends in a number: it is not a host name, and IPs are not allowed";
    }
    int start = from;
    while (start < text.length() || start == from) {
      int dot = text.indexOf('.', start);
      int end = dot < 0 ? text.length() : dot;
      // One dot may end the name.
      if (!isLabel(text, start, end) && !(dot < 0 && start == end)) {
        return Text.quote(text)
            + " is not a host: "
            + (start == end
                ? "it has an empty part between two dots"
                : Text.quote(text.substring(start, end)) + " is not a DNS label, " + LABEL_RULE);
      }
      if (dot < 0) {
        return null;
      }
      start = dot + 1;
    }
    return null;
  }

  // Go's Atoi: digits that fit a signed 64-bit integer. A sign fails as a label anyway.
  private static boolean isNumber(String text, int from) {
    if (text.length() == from || !Text.isDigit(text.charAt(text.length() - 1))) {
      return false;
    }
    int first = from;
    while (first < text.length() - 1 && text.charAt(first) == '0') {
      first++;
    }
    int length = text.length() - first;
    if (length == 0 || length > 19) {
      return false;
    }
    for (int i = first; i < text.length(); i++) {
      if (!Text.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return length < 19 || text.substring(first).compareTo("9223372036854775807") <= 0;
  }

  private static boolean hasDigit(String part) {
    for (int i = 0; i < part.length(); i++) {
      if (Text.isDigit(part.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasLetter(String part) {
    for (int i = 0; i < part.length(); i++) {
      if (Text.isLetter(part.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
