package com.policycortex.istio.matching.text;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Expressions and texts at random, of a small alphabet so that they meet. */
final class Regexes {

  private static final List<String> ATOMS =
      List.of(
          "a", "b", "/", "A", "k", "\\d", "\\w", "[ab]", "[^a]", ".", "\\.", "[/a-c]", "é", "1");

  private Regexes() {}

  static Arbitrary<String> expressions() {
    Arbitrary<String> atoms = Arbitraries.of(ATOMS);
    Arbitrary<String> parts = Arbitraries.lazyOf(() -> atoms, () -> atoms, Regexes::composed);
    return Combinators.combine(Arbitraries.of("", "^", "(?i)"), parts, Arbitraries.of("", "$"))
        .as((head, part, tail) -> head + "(?:" + part + ")" + tail);
  }

  private static Arbitrary<String> composed() {
    Arbitrary<String> inner = Arbitraries.lazy(Regexes::part);
    return Arbitraries.oneOf(
        Combinators.combine(inner, inner).as((a, b) -> a + b),
        Combinators.combine(inner, inner).as((a, b) -> "(" + a + "|" + b + ")"),
        Combinators.combine(inner, Arbitraries.of("*", "+", "?", "{2}", "{1,2}", "*?"))
            .as((a, times) -> "(?:" + a + ")" + times),
        Combinators.combine(inner, Arbitraries.of("\\b", "\\B", "^", "$"), inner)
            .as((a, place, b) -> a + place + b));
  }

  private static Arbitrary<String> part() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, Arbitraries.of(ATOMS)),
        net.jqwik.api.Tuple.of(2, Arbitraries.lazy(Regexes::composed)));
  }

  static Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("aAbBkK/1.é-\u212a").ofMaxLength(5);
  }

  static Arbitrary<Language> languages() {
    Arbitrary<String> short_ = Arbitraries.strings().withChars("ab/").ofMaxLength(3);
    return Arbitraries.oneOf(
        expressions().map(Language::regex),
        short_.map(Language::exact),
        short_.map(Language::prefix),
        short_.map(Language::suffix),
        short_.map(Language::exactIgnoringCase),
        short_.map(Language::prefixIgnoringCase),
        short_.map(Language::suffixIgnoringCase));
  }

  static Arbitrary<Language> combinations() {
    Arbitrary<Language> leaf = languages();
    return Combinators.combine(leaf, leaf, leaf, Arbitraries.integers().between(0, 15))
        .as(
            (a, b, c, shape) -> {
              Language first = (shape & 1) == 0 ? a : a.not();
              Language second = (shape & 2) == 0 ? b : b.not();
              Language third = (shape & 4) == 0 ? c : c.not();
              return (shape & 8) == 0
                  ? first.and(second).and(third)
                  : first.and(second.or(third)).not();
            });
  }
}
