package com.policycortex.istio.matching;

import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.StringMatch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Matches and requests at random, of few words so that they meet. */
final class Matches {

  static final Set<String> GATEWAYS = Set.of("mesh", "shop/edge");

  private Matches() {}

  static Arbitrary<HttpMatchRequest> matches() {
    Arbitrary<HttpMatchRequest> empty = Arbitraries.just(HttpMatchRequest.httpMatchRequest());
    return Combinators.combine(
            empty,
            paths().injectNull(0.3),
            headers().injectNull(0.6),
            headers().injectNull(0.7),
            values().injectNull(0.8),
            Arbitraries.integers().between(0, 255),
            Arbitraries.of("a", "b"))
        .as(
            (match, path, with, without, query, bits, word) -> {
              HttpMatchRequest all = path == null ? match : match.uri(path);
              all = with == null ? all : all.headers(with);
              all = without == null ? all : all.withoutHeaders(without);
              all = query == null ? all : all.queryParams(Map.of("q", query));
              all = (bits & 3) != 1 ? all : all.method(StringMatch.exact("GET"));
              all = (bits & 3) != 2 ? all : all.method(StringMatch.regex("GET|P.*"));
              all = (bits & 12) != 4 ? all : all.ignoreUriCase(true);
              all = (bits & 48) != 16 ? all : all.gateways(List.of("mesh"));
              all = (bits & 48) != 32 ? all : all.sourceLabels(Map.of("app", word));
              all = (bits & 192) != 64 ? all : all.port(80);
              return (bits & 192) != 128 ? all : all.authority(StringMatch.prefix("shop"));
            });
  }

  private static Arbitrary<StringMatch> paths() {
    Arbitrary<String> path =
        Arbitraries.of("/", "/a", "/a/", "/a/b", "/ab", "/A", "/b", "/a/b/c", "/a.b");
    return Arbitraries.oneOf(
        path.map(StringMatch::exact),
        path.map(StringMatch::prefix),
        Arbitraries.of(
                "/.*",
                "/a.*",
                "/a(/.*)?",
                "/[ab]",
                "/a|/b",
                "/[^/]+/b",
                ".*b",
                "^/a$",
                "(?i)/a/.*",
                "/\\w+",
                "/a/b\\b.*",
                "/a{1,2}",
                ".*")
            .map(StringMatch::regex));
  }

  private static Arbitrary<Map<String, StringMatch>> headers() {
    return Arbitraries.maps(Arbitraries.of("x", "y"), values()).ofMinSize(1).ofMaxSize(2);
  }

  private static Arbitrary<StringMatch> values() {
    return Arbitraries.of(
        StringMatch.exact("1"),
        StringMatch.exact(""),
        StringMatch.exact("12"),
        StringMatch.prefix("1"),
        StringMatch.regex("[12]+"),
        StringMatch.regex(".*"),
        StringMatch.regex(".+"),
        StringMatch.present());
  }

  static Arbitrary<Request> requests() {
    Arbitrary<String> path =
        Arbitraries.of(
            "/", "/a", "/a/", "/a/b", "/ab", "/A", "/b", "/a/b/c", "/a.b", "/A/B", "/aa");
    Arbitrary<String> value = Arbitraries.of("", "1", "12", "2", "z");
    return Combinators.combine(
            path,
            value.injectNull(0.5),
            value.injectNull(0.5),
            value.injectNull(0.7),
            Arbitraries.of("GET", "POST", "HEAD"),
            Arbitraries.of("shop", "shop:80", "other"),
            Arbitraries.of("mesh", "shop/edge"),
            Arbitraries.of("80", "8080"))
        .as(
            (p, x, y, q, method, authority, gateway, port) -> {
              Request request =
                  Request.get(q == null ? p : p + "?r=1&q=" + q + "&q=no")
                      .with(Attribute.METHOD, method)
                      .with(Attribute.AUTHORITY, authority)
                      .with(Attribute.GATEWAY, gateway)
                      .with(Attribute.LISTENER_PORT, port)
                      .with(Attribute.SOURCE_NAMESPACE, "shop")
                      .with(Attribute.sourceLabel("app"), method.equals("GET") ? "a" : "b");
              request = x == null ? request : request.header("x", x);
              return y == null ? request : request.header("y", y);
            });
  }
}
