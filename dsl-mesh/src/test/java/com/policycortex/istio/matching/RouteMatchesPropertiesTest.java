package com.policycortex.istio.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.matching.text.Verdict;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The algebra against trying requests one by one. */
class RouteMatchesPropertiesTest {

  private static final Request PLAIN = Request.get("/").with(Attribute.GATEWAY, "mesh");

  @Provide
  Arbitrary<HttpMatchRequest> matches() {
    return Matches.matches();
  }

  @Provide
  Arbitrary<List<HttpMatchRequest>> orders() {
    return Matches.matches().list().ofMinSize(1).ofMaxSize(6);
  }

  @Provide
  Arbitrary<Request> requests() {
    return Matches.requests();
  }

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void a_request_is_in_the_set_of_a_match_exactly_if_the_match_takes_it(
      @ForAll("matches") HttpMatchRequest match, @ForAll("requests") Request request) {
    assertThat(set(match).matches(request)).isEqualTo(Verdict.of(takes(match, request)));
  }

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void whether_a_match_holds_another_is_true_or_shown_by_a_request(
      @ForAll("matches") HttpMatchRequest one,
      @ForAll("matches") HttpMatchRequest other,
      @ForAll("requests") Request request) {
    RequestSet.Answer answer = set(one).contains(set(other), PLAIN);
    if (answer.verdict() == Verdict.NO) {
      Request witness = answer.request().orElseThrow();
      assertThat(takes(other, witness) && !takes(one, witness)).as("%s", witness).isTrue();
    }
    if (answer.verdict() == Verdict.YES) {
      assertThat(takes(other, request) && !takes(one, request)).isFalse();
    }
    assertThat(answer.verdict()).isNotEqualTo(Verdict.UNKNOWN);
  }

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void what_two_matches_share_is_shown_by_a_request(
      @ForAll("matches") HttpMatchRequest one,
      @ForAll("matches") HttpMatchRequest other,
      @ForAll("requests") Request request) {
    RequestSet.Answer answer = set(one).and(set(other)).example(PLAIN);
    if (answer.verdict() == Verdict.YES) {
      Request witness = answer.request().orElseThrow();
      assertThat(takes(one, witness) && takes(other, witness)).as("%s", witness).isTrue();
    } else {
      assertThat(takes(one, request) && takes(other, request)).isFalse();
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void what_is_not_in_a_set_is_in_its_opposite(
      @ForAll("matches") HttpMatchRequest one,
      @ForAll("matches") HttpMatchRequest other,
      @ForAll("requests") Request request) {
    RequestSet both = set(one).or(set(other));
    assertThat(both.not().matches(request)).isEqualTo(both.matches(request).not());
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void the_first_match_takes_a_request(
      @ForAll("orders") List<HttpMatchRequest> matches, @ForAll("requests") Request request) {
    assertThat(order(matches).first(request)).isEqualTo(firstOf(matches, request));
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void a_match_is_left_something_exactly_if_a_request_gets_to_it(
      @ForAll("orders") List<HttpMatchRequest> matches, @ForAll("requests") Request request) {
    FirstMatch<HttpMatchRequest> order = order(matches);
    int last = matches.size() - 1;
    FirstMatch.Reach reach = order.reach(last, PLAIN);
    if (reach.left().verdict() == Verdict.YES) {
      Request witness = reach.left().request().orElseThrow();
      assertThat(firstOf(matches, witness)).as("%s", witness).contains(last);
    } else {
      assertThat(reach.left().verdict()).isEqualTo(Verdict.NO);
      assertThat(firstOf(matches, request)).isNotEqualTo(Optional.of(last));
      reach
          .any()
          .request()
          .ifPresent(
              witness -> {
                assertThat(takes(matches.get(last), witness)).isTrue();
                assertThat(reach.takers()).contains(order.first(witness).orElseThrow());
              });
    }
  }

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void an_obvious_request_is_one_of_its_match_and_of_none_that_is_seen_to_refuse_it(
      @ForAll("matches") HttpMatchRequest match, @ForAll("matches") HttpMatchRequest other) {
    Optional<ObviousRequest> obvious = ObviousRequest.of(match);
    obvious.ifPresent(
        request -> {
          for (String gateway : match.gateways().isEmpty() ? Matches.GATEWAYS : match.gateways()) {
            Request sent = request.by(gateway);
            assertThat(takes(match, sent)).as("%s", sent).isTrue();
            assertThat(request.isRefusedBy(other) && takes(other, sent)).as("%s", sent).isFalse();
          }
          assertThat(set(match).example(PLAIN).verdict()).isEqualTo(Verdict.YES);
        });
    Statistics.label("obvious").collect(obvious.isPresent());
  }

  private static RequestSet set(HttpMatchRequest match) {
    return RouteMatches.of(Matches.GATEWAYS).of(match, match.gateways());
  }

  private static boolean takes(HttpMatchRequest match, Request request) {
    return MatchEvaluator.matches(match, Matches.GATEWAYS, request);
  }

  private static FirstMatch<HttpMatchRequest> order(List<HttpMatchRequest> matches) {
    return FirstMatch.of(matches, matches.stream().map(RouteMatchesPropertiesTest::set).toList());
  }

  private static Optional<Integer> firstOf(List<HttpMatchRequest> matches, Request request) {
    for (int i = 0; i < matches.size(); i++) {
      if (takes(matches.get(i), request)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
