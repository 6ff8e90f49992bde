package com.policycortex.istio.validation;

import org.jspecify.annotations.Nullable;

/** Addresses with a port that proxies are told: {@code host:port}, as Go splits them. */
final class ProxyAddresses {

  private static final String HOST_IP = "$(HOST_IP)";

  private ProxyAddresses() {}

  /** What is wrong with an address; null if nothing is. */
  static @Nullable String problem(String address) {
    int colon = address.lastIndexOf(':');
    if (colon < 0) {
      return Text.quote(address) + " has no port";
    }
    String host = host(address, colon);
    if (host == null) {
      return Text.quote(address) + " is not host:port; an IPv6 address stands in brackets";
    }
    if (!isPort(address.substring(colon + 1))) {
      return Text.quote(address) + " has no port from 1 to 65535";
    }
    return DnsNames.problemWithFqdn(host) == null || IpAddresses.isAddress(host)
        ? null
        : Text.quote(host) + " is neither a host name nor an IP";
  }

  /** The same for an address whose host may be the node's, {@code $(HOST_IP)}. */
  static @Nullable String problemWithTracer(String address) {
    int variable = address.indexOf(HOST_IP);
    return problem(
        variable < 0
            ? address
            : address.substring(0, variable)
                + "127.0.0.1"
                + address.substring(variable + HOST_IP.length()));
  }

  // Go's net.SplitHostPort; null where it fails.
  private static @Nullable String host(String address, int colon) {
    if (!address.startsWith("[")) {
      String host = address.substring(0, colon);
      boolean plain = host.indexOf(':') < 0 && !hasBracket(address);
      return plain ? host : null;
    }
    int end = address.indexOf(']');
    if (end < 0
        || end + 1 != colon
        || address.indexOf('[', 1) >= 0
        || address.indexOf(']', end + 1) >= 0) {
      return null;
    }
    return address.substring(1, end);
  }

  private static boolean hasBracket(String text) {
    return text.indexOf('[') >= 0 || text.indexOf(']') >= 0;
  }

  // Go's Atoi takes a sign and leading zeros.
  private static boolean isPort(String text) {
    int from = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    String digits = text.substring(from);
    if (!Text.isDigits(digits) || text.startsWith("-")) {
      return false;
    }
    String number = digits.replaceFirst("^0+", "");
    return !number.isEmpty() && number.length() <= 5 && Integer.parseInt(number) <= 65535;
  }
}
