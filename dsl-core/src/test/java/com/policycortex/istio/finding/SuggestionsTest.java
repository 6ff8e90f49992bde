package com.policycortex.istio.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which name was meant, and which can only have been meant. */
class SuggestionsTest {

  @ParameterizedTest
  @CsvSource({
    "reviws, reviews",
    "fornt, front",
    "POST-Office, post-office",
    "post_office, post-office",
    "reviews.shpo.svc.cluster.local, reviews.shop.svc.cluster.local"
  })
  void a_slip_of_the_pen_has_one_meaning(String written, String name) {
    assertThat(Suggestions.slip(written, List.of(name, "something-else"))).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "v3, v2",
    "1-28, 1-29",
    "reviews-v1, reviews-v2",
    "team-a, team-b",
    "eu.shop, us.shop",
    "shop, shop",
    "payments.shop.svc.cluster.local, reviews.shop.svc.cluster.local",
    "cart.shop.svc.cluster.local, card-api.shop.svc.cluster.local",
    "payments, reviews"
  })
  void another_number_another_short_part_and_another_word_are_no_slips(
      String written, String name) {
    assertThat(Suggestions.slip(written, List.of(name))).isEmpty();
  }

  @Test
  void what_both_end_with_makes_no_name_nearer() {
    List<String> names = List.of("reviews.shop.svc.cluster.local");

    assertThat(Suggestions.nearest("payments.shop.svc.cluster.local", names)).isEmpty();
    assertThat(Suggestions.nearest("reviws.shop.svc.cluster.local", names)).isPresent();
    assertThat(Suggestions.nearest(".svc.cluster.local", names)).isEmpty();
  }

  @Test
  void of_two_names_as_near_neither_can_only_have_been_meant() {
    assertThat(Suggestions.slip("fronte", List.of("fronted", "frontes"))).isEmpty();
    assertThat(Suggestions.slip("fronte", List.of("fronted", "fronted"))).contains("fronted");
    assertThat(Suggestions.slip("fronte", List.of())).isEmpty();
  }

  @Test
  void what_is_longer_than_any_name_is_not_compared() {
    String much = String.join("", Collections.nCopies(200, "a"));

    assertThat(Suggestions.slip(much, List.of("a"))).isEmpty();
    assertThat(Suggestions.slip("a", List.of(much))).isEmpty();
    assertThat(Suggestions.nearest(much, List.of("a"))).isEmpty();
  }
}
