package com.policycortex.istio.mesh;

import java.util.Locale;
import java.util.Optional;

/** What istiod takes the traffic of a service's port for. */
public enum Protocol {
  /** HTTP/1.1. */
  HTTP,
  /** HTTP/2, also in clear text. */
  HTTP2,
  /** gRPC. */
  GRPC,
  /** HTTP to a proxy that is asked for any host. */
  HTTP_PROXY,
  /** gRPC-Web. */
  GRPC_WEB,
  /** TLS that carries HTTP; a proxy sees only the SNI. */
  HTTPS,
  /** TLS; a proxy sees only the SNI. */
  TLS,
  /** Bytes. */
  TCP,
  /** MongoDB; bytes to routing. */
  MONGO,
  /** Redis; bytes to routing. */
  REDIS,
  /** MySQL; bytes to routing. */
  MYSQL,
  /** UDP: proxies leave it alone. */
  UDP,
  /** Not declared: the proxy looks at the first bytes. */
  AUTO;

  /** True where a proxy routes requests. */
  public boolean isHttp() {
    return this == HTTP || this == HTTP2 || this == GRPC || this == GRPC_WEB || this == HTTP_PROXY;
  }

  /** True where a proxy routes by SNI. */
  public boolean isTls() {
    return this == HTTPS || this == TLS;
  }

  /** True where a proxy routes connections, and knows nothing of requests. */
  public boolean isTcp() {
    return this == TCP || this == MONGO || this == REDIS || this == MYSQL;
  }

  /**
   * The protocol of a Kubernetes port: {@code appProtocol} decides even where it is unknown, then
   * the port's name up to its first hyphen, then a few well-known numbers.
   */
  static Protocol of(long port, String name, Optional<String> appProtocol) {
    if (appProtocol.isPresent()) {
      return switch (appProtocol.get()) {
        case "kubernetes.io/h2c" -> HTTP2;
        case "kubernetes.io/ws" -> HTTP;
        case "kubernetes.io/wss" -> HTTPS;
        default -> parse(prefix(appProtocol.get()));
      };
    }
    Protocol named = parse(prefix(name));
    boolean tcpByNumber = port == 25 || port == 53 || port == 3306 || port == 27017;
    return named == AUTO && tcpByNumber ? TCP : named;
  }

  /** The protocol that a ServiceEntry or Gateway names; unknown text is {@link #AUTO}. */
  static Protocol parse(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "http" -> HTTP;
      case "http2" -> HTTP2;
      case "grpc" -> GRPC;
      case "grpc-web" -> GRPC_WEB;
      case "http_proxy" -> HTTP_PROXY;
      case "https" -> HTTPS;
      case "tls" -> TLS;
      case "tcp" -> TCP;
      case "mongo" -> MONGO;
      case "redis" -> REDIS;
      case "mysql" -> MYSQL;
      case "udp" -> UDP;
      default -> AUTO;
    };
  }

  private static String prefix(String name) {
    if (name.toLowerCase(Locale.ROOT).startsWith("grpc-web")) {
      return "grpc-web";
    }
    int hyphen = name.indexOf('-');
    return hyphen < 0 ? name : name.substring(0, hyphen);
  }
}
