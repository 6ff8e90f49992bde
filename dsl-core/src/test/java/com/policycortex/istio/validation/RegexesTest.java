package com.policycortex.istio.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions that Go's RE2 and other dialects judge differently; each verdict is istiod's. */
class RegexesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?P<n>a)",
        "(?<n>a)",
        "(?P<n>a)(?P<n>b)",
        "\\p{Greek}",
        "\\p{GREEK}",
        "\\p{^L}",
        "\\p{Kawi}",
        "\\p{LC}",
        "\\Pp",
        "{",
        "a{",
        "a{,5}",
        "{+",
        "2{*L",
        "[a&&b]",
        "[[a]]",
        "[[:alpha:]]",
        "\\Qa.b\\E",
        "\\x{10FFFF}",
        "a{1000}",
        "(a{100}){10}",
        "(?U)a",
        ""
      })
  void istio_takes(String regex) {
    assertThat(Regexes.problem(regex)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?=a)",
        "(?!a)",
        "(?>a)",
        "a++",
        "a**",
        "\\1",
        "\\Z",
        "\\h",
        "\\u0041",
        "(?x)a",
        "\\p{Alpha}",
        "\\p{IsGreek}",
        "a{1001}",
        "(a{100}){11}",
        "(?:a{1000}){2}",
        "(x{0,500}){3}",
        "x{2}{3}",
        "*a",
        "[z-a]",
        "(",
        "a)",
        "[[:foo:]]",
        "\\C",
        "\\y"
      })
  void istio_refuses(String regex) {
    assertThat(Regexes.problem(regex)).isNotNull();
  }
}
