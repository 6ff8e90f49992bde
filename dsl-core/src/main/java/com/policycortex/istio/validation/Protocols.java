package com.policycortex.istio.validation;

import java.util.Locale;
import java.util.Set;

/** The protocols of ports, in any case. */
final class Protocols {

  private static final Set<String> KNOWN =
      Set.of(
          "tcp",
          "udp",
          "grpc",
          "grpc-web",
          "http",
          "http_proxy",
          "http2",
          "https",
          "tls",
          "mongo",
          "redis",
          "mysql");

  private Protocols() {}

  static boolean isKnown(String protocol) {
    return KNOWN.contains(lowerCase(protocol));
  }

  // Almost all write one of these.
  private static String lowerCase(String protocol) {
    return switch (protocol) {
      case "HTTP", "http" -> "http";
      case "HTTPS", "https" -> "https";
      case "HTTP2", "http2" -> "http2";
      case "GRPC", "grpc" -> "grpc";
      case "TCP", "tcp" -> "tcp";
      case "TLS", "tls" -> "tls";
      default -> protocol.toLowerCase(Locale.ROOT);
    };
  }

  /** HTTP that is not encrypted. */
  static boolean isHttp(String protocol) {
    return switch (lowerCase(protocol)) {
      case "http", "http2", "http_proxy", "grpc", "grpc-web" -> true;
      default -> false;
    };
  }

  /** HTTPS and TLS. */
  static boolean isTls(String protocol) {
    return protocol.equalsIgnoreCase("https") || protocol.equalsIgnoreCase("tls");
  }

  /** What is routed as a stream of bytes. */
  static boolean isTcp(String protocol) {
    return switch (lowerCase(protocol)) {
      case "tcp", "https", "tls", "mongo", "redis", "mysql" -> true;
      default -> false;
    };
  }
}
