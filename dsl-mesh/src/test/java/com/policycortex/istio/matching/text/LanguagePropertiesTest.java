package com.policycortex.istio.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The automata against RE2/J and against trying texts one by one. */
class LanguagePropertiesTest {

  @Provide
  Arbitrary<String> expressions() {
    return Regexes.expressions();
  }

  @Provide
  Arbitrary<String> texts() {
    return Regexes.texts();
  }

  @Provide
  Arbitrary<Language> combinations() {
    return Regexes.combinations();
  }

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void an_expressions_automaton_takes_what_re2_takes(
      @ForAll("expressions") String expression, @ForAll("texts") String text) throws Exception {
    boolean expected = Pattern.compile(expression).matches(text);
    assertThat(Nfa.of(Re2Parser.parse(expression)).matches(text)).isEqualTo(expected);
  }

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void the_plain_form_of_an_expression_takes_what_re2_takes(
      @ForAll("expressions") String expression, @ForAll("texts") String text) {
    boolean expected = Pattern.compile(expression).matches(text);
    assertThat(Language.regex(expression).matches(text)).isEqualTo(Verdict.of(expected));
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void what_is_found_in_a_language_is_in_it(@ForAll("combinations") Language language) {
    if (TextSpace.ALL.example(language) instanceof Example.Found found) {
      assertThat(language.matches(found.text())).isEqualTo(Verdict.YES);
    }
  }

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void a_language_with_a_text_is_not_called_empty(
      @ForAll("combinations") Language language, @ForAll("texts") String text) {
    if (language.matches(text) == Verdict.YES) {
      assertThat(TextSpace.ALL.example(language)).isInstanceOf(Example.Found.class);
    }
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void what_is_seen_without_automata_is_what_automata_say(
      @ForAll("combinations") Language one, @ForAll("combinations") Language other) {
    if (Covering.covers(one, other)) {
      assertThat(ProductSearch.example(other.and(one.not()))).isEqualTo(Example.None.NONE);
    }
    if (Covering.disjoint(one, other)) {
      assertThat(ProductSearch.example(other.and(one))).isEqualTo(Example.None.NONE);
    }
  }
}
