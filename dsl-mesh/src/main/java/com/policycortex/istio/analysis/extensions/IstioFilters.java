package com.policycortex.istio.analysis.extensions;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The filters that istiod itself puts into proxies, as far as patches are made for them. */
final class IstioFilters {

  private static final String HTTP = "envoy.extensions.filters.http.";
  private static final String NETWORK = "envoy.extensions.filters.network.";

  /** HTTP filters, with the messages of their configurations. */
  static final Map<String, String> OF_HTTP =
      Map.of(
          "envoy.filters.http.router", HTTP + "router.v3.Router",
          "envoy.filters.http.fault", HTTP + "fault.v3.HTTPFault",
          "envoy.filters.http.cors", HTTP + "cors.v3.Cors",
          "envoy.filters.http.grpc_stats", HTTP + "grpc_stats.v3.FilterConfig",
          "envoy.filters.http.grpc_web", HTTP + "grpc_web.v3.GrpcWeb",
          "envoy.filters.http.jwt_authn", HTTP + "jwt_authn.v3.JwtAuthentication",
          "envoy.filters.http.rbac", HTTP + "rbac.v3.RBAC",
          "envoy.filters.http.ext_authz", HTTP + "ext_authz.v3.ExtAuthz");

  /** Network filters, with the messages of their configurations. */
  static final Map<String, String> OF_NETWORK =
      Map.of(
          "envoy.filters.network.http_connection_manager",
          NETWORK + "http_connection_manager.v3.HttpConnectionManager",
          "envoy.filters.network.tcp_proxy",
          NETWORK + "tcp_proxy.v3.TcpProxy",
          "envoy.filters.network.rbac",
          NETWORK + "rbac.v3.RBAC",
          "envoy.filters.network.ext_authz",
          NETWORK + "ext_authz.v3.ExtAuthz",
          "envoy.filters.network.mongo_proxy",
          NETWORK + "mongo_proxy.v3.MongoProxy",
          "envoy.filters.network.redis_proxy",
          NETWORK + "redis_proxy.v3.RedisProxy",
          "envoy.filters.network.mysql_proxy",
          NETWORK + "mysql_proxy.v3.MySQLProxy");

  private static final Set<String> OF_LISTENERS =
      Set.of(
          "envoy.filters.listener.original_dst",
          "envoy.filters.listener.original_src",
          "envoy.filters.listener.proxy_protocol",
          "envoy.filters.listener.tls_inspector",
          "envoy.filters.listener.http_inspector");

  // Of these the messages are those of Istio's proxy, and differ with the release.
  private static final Set<String> OWN =
      Set.of("istio.alpn", "istio.stats", "istio.metadata_exchange", "istio_authn");

  private IstioFilters() {}

  /** The names of HTTP filters. */
  static Set<String> http() {
    Set<String> names = new TreeSet<>(OF_HTTP.keySet());
    names.addAll(OWN);
    return names;
  }

  /** The names of network filters. */
  static Set<String> network() {
    Set<String> names = new TreeSet<>(OF_NETWORK.keySet());
    names.addAll(OWN);
    return names;
  }

  /** The names of listener filters. */
  static Set<String> ofListeners() {
    return OF_LISTENERS;
  }
}
