package com.policycortex.istio.analysis.reachability;

import static com.policycortex.istio.model.networking.HttpMatchRequest.httpMatchRequest;
import static com.policycortex.istio.model.networking.HttpRoute.httpRoute;
import static com.policycortex.istio.model.networking.VirtualService.virtualService;
import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.StringMatch;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ObviouslyReachedTest {

  private static final HttpMatchRequest V2 = httpMatchRequest().uri(StringMatch.prefix("/v2"));

  @Example
  void a_prefix_and_then_everything_are_reached() {
    assertThat(ObviouslyReached.areAll(List.of(httpRoute().match(List.of(V2)), httpRoute())))
        .isTrue();
  }

  @Example
  void a_prefix_behind_a_shorter_one_is_not_obvious() {
    HttpMatchRequest behind = httpMatchRequest().uri(StringMatch.prefix("/v2/users"));
    assertThat(ObviouslyReached.areAll(List.of(httpRoute().match(List.of(V2, behind))))).isFalse();
  }

  @Example
  void a_rule_behind_one_that_takes_everything_is_not_obvious() {
    assertThat(ObviouslyReached.areAll(List.of(httpRoute(), httpRoute().match(List.of(V2)))))
        .isFalse();
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void nothing_shadows_what_is_obviously_reached(@ForAll("rules") List<HttpRoute> rules) {
    if (ObviouslyReached.areAll(rules)) {
      VirtualService service = virtualService("shop").hosts(List.of("shop")).http(rules);
      ShadowedMatches shadowed = ShadowedMatches.of(service, Mesh.of(service).view());
      assertThat(shadowed.whole()).isEmpty();
      assertThat(shadowed.single()).isEmpty();
    }
  }

  @Provide
  Arbitrary<List<HttpRoute>> rules() {
    Arbitrary<StringMatch> paths =
        Arbitraries.of("/", "/a", "/a/b", "/A", "/b")
            .flatMap(path -> Arbitraries.of(StringMatch.exact(path), StringMatch.prefix(path)));
    Arbitrary<Map<String, StringMatch>> headers =
        Arbitraries.maps(
                Arbitraries.of("x", "y"),
                Arbitraries.of(
                    StringMatch.exact("1"), StringMatch.prefix("1"), StringMatch.regex("1.*")))
            .ofMaxSize(2);
    Arbitrary<HttpMatchRequest> matches =
        Combinators.combine(
                paths.injectNull(0.2), headers, headers, Arbitraries.of("GET", "POST", ""))
            .as(
                (path, with, without, method) -> {
                  HttpMatchRequest match = httpMatchRequest().headers(with).withoutHeaders(without);
                  match = path == null ? match : match.uri(path);
                  return method.isEmpty() ? match : match.method(StringMatch.exact(method));
                });
    return matches.list().ofMaxSize(2).map(all -> httpRoute().match(all)).list().ofMaxSize(4);
  }
}
