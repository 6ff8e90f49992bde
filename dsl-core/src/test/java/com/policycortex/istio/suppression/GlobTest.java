package com.policycortex.istio.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class GlobTest {

  @Property
  void a_pattern_matches_what_the_same_regular_expression_matches(
      @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 8) String text,
      @ForAll("patterns") String pattern) {
    String regex = pattern.replace("*", ".*").replace("?", ".");
    assertThat(new Glob(pattern).matches(text)).isEqualTo(Pattern.matches(regex, text));
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings().withChars("ab*?").ofMaxLength(6);
  }

  @Test
  void many_stars_take_no_longer_than_the_product_of_the_lengths() {
    assertThat(new Glob("*a".repeat(200) + "c").matches("a".repeat(20_000))).isFalse();
  }
}
