package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** A text that was seen before is given again, and never another one. */
class KnownTextsTest {

  @Test
  void whatIsKnownIsKeptOnce() {
    KnownTexts texts = new KnownTexts(100);
    String name = texts.name("name: reviews", 0, 4);
    String value = texts.value("name: reviews", 6, 13);
    assertThat(texts.name("- name: x", 2, 6)).isSameAs(name).isEqualTo("name");
    assertThat(texts.value("app: reviews", 5, 12)).isSameAs(value).isEqualTo("reviews");
  }

  @Test
  void aNameThatYamlTakesForSomethingElseIsNone() {
    KnownTexts texts = new KnownTexts(0);
    assertThat(texts.name("yes: 1", 0, 3)).isEmpty();
    assertThat(texts.name("-a: 1", 0, 2)).isEmpty();
    assertThat(texts.name("12: 1", 0, 2)).isEmpty();
  }

  // There are more texts than slots, so they come into each other's way.
  @Property(tries = 50)
  void whatIsGivenIsWhatStandsThere(
      @ForAll @Size(min = 200, max = 400)
          java.util.List<@AlphaChars @StringLength(min = 1, max = 3) String> values) {
    KnownTexts texts = new KnownTexts(0);
    for (String value : values) {
      String line = "a: " + value + "\n";
      assertThat(texts.value(line, 3, 3 + value.length())).isEqualTo(value);
    }
  }
}
