package com.policycortex.istio.random;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people write, mostly fit for its field, and now and then what lies at a bound: so that many
 * manifests are good but for one thing.
 */
final class PlausibleLeaves extends Leaves {

  private static final List<String> HOSTS =
      List.of(
          "reviews",
          "reviews.shop.svc.cluster.local",
          "a.example.com",
          "*.example.com",
          "*",
          "shop/reviews.shop.svc.cluster.local",
          "./*",
          "mesh-a.b",
          "é.example.com",
          "a_b",
          "a..b",
          "a".repeat(63) + ".com",
          "a".repeat(64) + ".com");

  private static final List<String> WORDS =
      List.of("reviews", "v1", "http", "a-b", "80", "A", "", "a.b", "a".repeat(63), "a".repeat(64));

  // The first of each are good.
  private static final Map<String, List<String>> TEXTS =
      Map.ofEntries(
          Map.entry("host", HOSTS),
          Map.entry("hosts", HOSTS),
          Map.entry("authority", HOSTS),
          Map.entry("sni", HOSTS),
          Map.entry("sniHosts", HOSTS),
          Map.entry("targetHost", HOSTS),
          Map.entry(
              "address", List.of("10.0.0.1", "a.example.com", "unix:///a", "::1", "10.0.0.1/8")),
          Map.entry("addresses", List.of("10.0.0.1", "10.0.0.0/8", "::1", "10.0.0.0/33", "a")),
          Map.entry("ipBlocks", List.of("10.0.0.0/8", "10.0.0.1", "::/0", "10.0.0.256", "a")),
          Map.entry("notIpBlocks", List.of("10.0.0.0/8", "10.0.0.1", "::/0", "10.0.0.0/-1")),
          Map.entry("remoteIpBlocks", List.of("10.0.0.0/8", "10.0.0.1", "::/0", "")),
          Map.entry("destinationSubnets", List.of("10.0.0.0/8", "10.0.0.1", "a")),
          Map.entry("bind", List.of("0.0.0.0", "127.0.0.1", "unix:///a", "a")),
          Map.entry("path", List.of("/a", "/", "a", "/a/{*}", "")),
          Map.entry("paths", List.of("/a", "/a*", "*", "/a/{*}", "/{**}/a", "/a/{*}/*")),
          Map.entry("uri", List.of("/a", "/", "a")),
          Map.entry("prefix", List.of("/a", "/", "a", "")),
          Map.entry("exact", List.of("/a", "a", "")),
          Map.entry("regex", List.of("/a.*", "a|b", "(", "", "a".repeat(1025))),
          Map.entry("match", List.of("/a.*", "a|b", "[")),
          Map.entry(
              "url", List.of("https://a.example.com/a", "oci://a/b:1", "file:///a", "a b", "")),
          Map.entry(
              "jwksUri", List.of("https://a.example.com/a", "http://a", "ftp://a", "https://a b")),
          Map.entry("jwks", List.of("{\"keys\":[]}", "{}", "a")),
          Map.entry("issuer", List.of("https://a.example.com", "a@b", "")),
          Map.entry(
              "protocol", List.of("HTTP", "TCP", "HTTPS", "GRPC", "TLS", "UDP", "http", "foo", "")),
          Map.entry("exportTo", List.of(".", "*", "shop", "~", "a_b", "")),
          Map.entry("gateways", List.of("mesh", "shop/edge", "edge", "a/b/c", "")),
          Map.entry("methods", List.of("GET", "POST", "*", "get", "")),
          Map.entry("ports", List.of("80", "443", "0", "65535", "65536", "a")),
          Map.entry("notPorts", List.of("80", "65536", "*")),
          Map.entry("principals", List.of("cluster.local/ns/a/sa/b", "*", "a*", "")),
          Map.entry("serviceAccounts", List.of("a", "a/b", "a/b/c", "*", "")),
          Map.entry("namespaces", List.of("shop", "*", "a*", "")),
          Map.entry(
              "key",
              List.of(
                  "request.headers[x-a]",
                  "source.ip",
                  "destination.port",
                  "request.auth.claims[a]",
                  "a")),
          Map.entry("values", List.of("10.0.0.1", "80", "a", "*", "")),
          Map.entry(
              "retryOn", List.of("5xx", "connect-failure,503", "gateway-error", "foo", "200,600")),
          Map.entry("grpcStatus", List.of("UNAVAILABLE", "14", "foo")),
          Map.entry(
              "credentialName",
              List.of("cert", "kubernetes://a", "configmap://a/b", "invalid/a/b")),
          Map.entry("cipherSuites", List.of("ECDHE-RSA-AES128-GCM-SHA256", "AES128-SHA", "foo")),
          Map.entry("privateKey", List.of("/a/key.pem", "")),
          Map.entry("serverCertificate", List.of("/a/cert.pem", "")),
          Map.entry("clientCertificate", List.of("/a/cert.pem", "")),
          Map.entry("caCertificates", List.of("/a/ca.pem", "system", "")),
          Map.entry("subjectAltNames", List.of("spiffe://a/ns/b/sa/c", "a.example.com", "*")),
          Map.entry(
              "group", List.of("gateway.networking.k8s.io", "networking.istio.io", "", "core")),
          Map.entry("kind", List.of("Service", "Gateway", "ServiceEntry", "GatewayClass", "a")),
          Map.entry("namespace", List.of("shop", "a_b", "")),
          Map.entry(
              "name", List.of("reviews", "http", "a.b", "a_b", "A", "", "x-a", "a".repeat(254))),
          Map.entry("header", List.of("x-a", "X A", "", ":path")),
          Map.entry("locality", List.of("us-west/zone1", "us-west/*", "*", "a//b", "a/b/c/d")),
          Map.entry("from", List.of("us-west", "us-west/zone1/*", "*", "a*")),
          Map.entry("to", List.of("us-east", "us-west", "*")),
          Map.entry("failoverPriority", List.of("topology.kubernetes.io/region", "a=b", "=")),
          Map.entry("sha256", List.of("a1".repeat(32), "a1".repeat(31), "A1".repeat(32))),
          Map.entry("expression", List.of("response.code >= 400", "true", "a +")),
          Map.entry("httpHeaderName", List.of("x-a", "a b", "")),
          Map.entry("proxyVersion", List.of("^1\\.2.*", "(", "a")),
          Map.entry(
              "defaultEndpoint",
              List.of("127.0.0.1:8080", "unix:///a", "0.0.0.0:80", "1.2.3.4:80")));

  private static final Set<String> METADATA = Set.of("name", "namespace", "labels", "annotations");

  private static final List<Integer> NUMBERS =
      List.of(80, 1, 2, 50, 100, 443, 200, 503, 0, -1, 101, 99, 199, 599, 600, 65535, 65536);

  private static final List<Double> FRACTIONS =
      List.of(100.0, 50.0, 0.0, 0.01, 100.01, -0.5, 1e300);

  private static final List<Duration> DURATIONS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofMillis(1),
          Duration.ofMillis(1500),
          Duration.ofHours(1),
          Duration.ZERO,
          Duration.ofNanos(999_999),
          Duration.ofNanos(1_000_001),
          Duration.ofSeconds(-1));

  private final Leaves odd;

  PlausibleLeaves(Choices choices) {
    super(choices);
    this.odd = Leaves.odd(choices);
  }

  // What a cluster writes into metadata is refused of others.
  @Override
  boolean leavesOut(String message, String field) {
    return message.equals("metadata") && !METADATA.contains(field) && !choices.onceIn(20);
  }

  // Mostly one of the first, so that a manifest of twenty fields is good now and then.
  private <T> T mostlyFirst(List<T> options) {
    return choices.onceIn(12)
        ? choices.oneOf(options)
        : options.get(choices.below(Math.min(2, options.size())));
  }

  @Override
  String text(String field) {
    return choices.onceIn(100) ? odd.text(field) : mostlyFirst(TEXTS.getOrDefault(field, WORDS));
  }

  @Override
  String key(String field) {
    return choices.onceIn(30)
        ? odd.text(field)
        : mostlyFirst(List.of("app", "x-a", "80", "example.com/a", "http", "a b", "", "a/b/c"));
  }

  @Override
  int int32() {
    return choices.onceIn(100) ? odd.int32() : mostlyFirst(NUMBERS);
  }

  @Override
  long uint32() {
    return choices.onceIn(100) ? odd.uint32() : Math.max(0, mostlyFirst(NUMBERS));
  }

  @Override
  long int64() {
    return int32();
  }

  @Override
  double number() {
    return choices.onceIn(100) ? odd.number() : mostlyFirst(FRACTIONS);
  }

  @Override
  Duration duration() {
    return choices.onceIn(100) ? odd.duration() : mostlyFirst(DURATIONS);
  }
}
