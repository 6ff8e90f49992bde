package com.policycortex.istio.matching;

import static com.policycortex.istio.model.networking.HttpMatchRequest.httpMatchRequest;
import static com.policycortex.istio.model.networking.StringMatch.exact;
import static com.policycortex.istio.model.networking.StringMatch.prefix;
import static com.policycortex.istio.model.networking.StringMatch.present;
import static com.policycortex.istio.model.networking.StringMatch.regex;
import static com.policycortex.istio.model.networking.TlsMatchAttributes.tlsMatchAttributes;
import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.matching.text.Verdict;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Matches of VirtualServices, one meaning after the other. */
class RouteMatchesTest {

  private static final Request PLAIN = Request.get("/");

  @ParameterizedTest
  @CsvSource({
    "/api, /api/v1, YES",
    "/api/v1, /api, NO",
    "/, /anything, YES",
    "/api/, /api, NO",
    "/a, /b, NO"
  })
  void a_prefix_holds_the_longer_ones(String outer, String inner, Verdict verdict) {
    assertThat(contains(uri(prefix(outer)), uri(prefix(inner)))).isEqualTo(verdict);
  }

  @ParameterizedTest
  @ValueSource(strings = {".*", "/.*", "^/.*$", "/(.*)", "(/[^/]*)+", "/[\\s\\S]*", "(?i)/.*"})
  void an_expression_can_hold_every_path(String expression) {
    assertThat(contains(uri(regex(expression)), httpMatchRequest())).isEqualTo(Verdict.YES);
  }

  @Test
  void an_expression_does_not_see_the_query() {
    RequestSet match = set(uri(regex("/search\\?q=.*")));
    assertThat(match.example(PLAIN).verdict()).isEqualTo(Verdict.NO);
    assertThat(set(uri(regex("/search"))).matches(Request.get("/search?q=1")))
        .isEqualTo(Verdict.YES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a b",
        "/x/../y",
        "/un%41reserved",
        "/b{b}",
        "/k\\k",
        "/p|p",
        "no-slash",
        "/a#b",
        "/ü"
      })
  void no_request_has_a_path_that_envoy_would_have_written_otherwise(String path) {
    assertThat(set(uri(exact(path))).example(PLAIN).verdict()).isEqualTo(Verdict.NO);
  }

  @Test
  void case_is_ignored_in_exact_and_prefix_paths_and_not_in_expressions() {
    HttpMatchRequest ignoring = uri(prefix("/API")).ignoreUriCase(true);
    assertThat(contains(ignoring, uri(exact("/api/x")))).isEqualTo(Verdict.YES);
    assertThat(set(uri(regex("/API|/API/[a-z]")).ignoreUriCase(true)).matches(Request.get("/api")))
        .isEqualTo(Verdict.NO);
  }

  @Test
  void a_missing_header_is_taken_for_an_empty_one_where_it_must_not_match() {
    RequestSet notEmpty = set(httpMatchRequest().withoutHeaders(Map.of("x", exact(""))));
    assertThat(notEmpty.matches(PLAIN)).isEqualTo(Verdict.NO);
    assertThat(notEmpty.matches(PLAIN.header("x", "v"))).isEqualTo(Verdict.YES);
    RequestSet absent = set(httpMatchRequest().withoutHeaders(Map.of("x", present())));
    assertThat(absent.matches(PLAIN)).isEqualTo(Verdict.YES);
    assertThat(absent.matches(PLAIN.header("x", ""))).isEqualTo(Verdict.NO);
    RequestSet never = set(httpMatchRequest().withoutHeaders(Map.of("x", regex(".*"))));
    assertThat(never.example(PLAIN).verdict()).isEqualTo(Verdict.NO);
  }

  @Test
  void a_header_that_is_there_holds_every_value_of_it() {
    HttpMatchRequest there = httpMatchRequest().headers(Map.of("X-User", present()));
    assertThat(contains(there, httpMatchRequest().headers(Map.of("x-user", regex("a|b")))))
        .isEqualTo(Verdict.YES);
    assertThat(contains(there, httpMatchRequest())).isEqualTo(Verdict.NO);
  }

  @Test
  void headers_of_the_request_line_are_what_they_stand_for() {
    assertThat(
            contains(
                httpMatchRequest().headers(Map.of(":method", exact("GET"))),
                httpMatchRequest().method(exact("GET"))))
        .isEqualTo(Verdict.YES);
    RequestSet both =
        set(uri(prefix("/a")).headers(Map.of(":path", exact("/b?x=1"), "host", exact("shop"))));
    assertThat(both.matches(Request.get("/b?x=1"))).isEqualTo(Verdict.NO);
    assertThat(both.example(PLAIN).verdict()).isNotEqualTo(Verdict.YES);
  }

  @Test
  void the_union_of_two_can_hold_what_neither_does() {
    RequestSet get = set(httpMatchRequest().method(exact("GET")));
    RequestSet rest = set(httpMatchRequest().method(regex("[^G].*|G|G[^E].*|GE|GE[^T].*|GET.+")));
    assertThat(get.or(rest).contains(RequestSet.all(), PLAIN).verdict()).isEqualTo(Verdict.YES);
    assertThat(get.contains(RequestSet.all(), PLAIN).request())
        .hasValueSatisfying(
            request -> assertThat(request.values(Attribute.METHOD)).containsExactly("POST"));
  }

  @Test
  void gateways_of_a_match_set_aside_its_labels() {
    RouteMatches routes = RouteMatches.of(List.of("mesh", "istio-system/edge"));
    HttpMatchRequest match = httpMatchRequest().sourceLabels(Map.of("app", "a"));
    RequestSet labelled = routes.of(match, List.of());
    RequestSet by = routes.of(match, List.of("mesh"));
    Request fromB = PLAIN.with(Attribute.GATEWAY, "mesh").with(Attribute.sourceLabel("app"), "b");
    assertThat(labelled.matches(fromB)).isEqualTo(Verdict.NO);
    assertThat(by.matches(fromB)).isEqualTo(Verdict.YES);
    assertThat(routes.of(match, List.of("shop/other")).example(PLAIN).verdict())
        .isEqualTo(Verdict.NO);
  }

  @Test
  void claims_are_known_at_gateways_only() {
    HttpMatchRequest match =
        httpMatchRequest().headers(Map.of("@request.auth.claims.groups", exact("admin")));
    assertThat(RouteMatches.of(List.of()).of(match, List.of()).example(PLAIN).verdict())
        .isEqualTo(Verdict.NO);
    RequestSet edge = RouteMatches.of(List.of("a/edge")).of(match, List.of());
    assertThat(edge.matches(PLAIN.with(Attribute.claim("groups"), List.of("dev", "admin"))))
        .isEqualTo(Verdict.YES);
  }

  @Test
  void server_names_hold_by_their_end() {
    RouteMatches mesh = RouteMatches.of(List.of());
    RequestSet wide = mesh.of(tlsMatchAttributes().sniHosts("*.shop.com"), List.of());
    RequestSet narrow = mesh.of(tlsMatchAttributes().sniHosts("a.shop.com").port(443), List.of());
    assertThat(wide.contains(narrow, Request.connection()).verdict()).isEqualTo(Verdict.YES);
    assertThat(narrow.contains(wide, Request.connection()).verdict()).isEqualTo(Verdict.NO);
  }

  @Test
  void what_cannot_be_read_or_would_take_too_long_is_unknown() {
    assertThat(contains(uri(regex("(")), uri(prefix("/a")))).isEqualTo(Verdict.UNKNOWN);
    HttpMatchRequest large = uri(regex("/(.*a.{14}|.*b.{15}|.*c.{16}|.*d.{17})"));
    assertThat(contains(large, uri(regex("/.*[abcd].{13}")))).isIn(Verdict.UNKNOWN, Verdict.NO);
    RequestSet many = RequestSet.none();
    for (int i = 0; i < 40; i++) {
      many =
          many.or(
              set(httpMatchRequest().headers(Map.of("h" + i, exact("a"), "g" + i, exact("b")))));
    }
    assertThat(many.contains(RequestSet.all(), PLAIN).verdict()).isEqualTo(Verdict.NO);
  }

  @Test
  void a_witness_is_short_and_plain() {
    RequestSet.Answer answer =
        set(uri(prefix("/api/v1/users")))
            .contains(set(uri(prefix("/api")).headers(Map.of("canary", exact("true")))), PLAIN);
    assertThat(answer.request().orElseThrow().toWitness("goes to v2"))
        .hasToString("GET /api with canary: true: goes to v2");
  }

  private static HttpMatchRequest uri(com.policycortex.istio.model.networking.StringMatch match) {
    return httpMatchRequest().uri(match);
  }

  private static RequestSet set(HttpMatchRequest match) {
    return RouteMatches.of(List.of()).of(match, match.gateways());
  }

  private static Verdict contains(HttpMatchRequest outer, HttpMatchRequest inner) {
    return set(outer).contains(set(inner), PLAIN).verdict();
  }
}
