package com.policycortex.istio.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.policycortex.istio.matching.text.Example;
import com.policycortex.istio.matching.text.Language;
import com.policycortex.istio.matching.text.Verdict;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The fast tests for what attributes can be, against the expressions that say the same. */
class SpacesPropertiesTest {

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.strings()
        .withChars("/.%2eE57aAfFzZ~_?# \"é[{")
        .ofMaxLength(7)
        .map(text -> "/" + text);
  }

  @Property(tries = 5000, edgeCases = EdgeCasesMode.NONE)
  void a_normalised_path_is_what_the_expressions_say(@ForAll("paths") String path) {
    boolean expected =
        Pattern.matches("/[-._~!$&'()*+,;:@=\\[\\]%/0-9A-Za-z]*", path)
            && !Pattern.matches("(?:.*/)?\\.\\.?(?:/.*)?", path)
            && !Pattern.matches(
                ".*%(?:2[dDeE]|3[0-9]|[46][1-9a-fA-F]|[57][0-9aA]|5[fF]|7[eE]).*", path);
    assertThat(Attribute.PATH.space().possible().matches(path)).isEqualTo(Verdict.of(expected));
  }

  @Property(tries = 500)
  void every_sample_is_possible(@ForAll Attribute.Kind kind) {
    Attribute attribute = new Attribute(kind, "");
    List<String> samples = attribute.space().samples();
    assertThat(samples)
        .allSatisfy(
            sample ->
                assertThat(attribute.space().possible().matches(sample)).isEqualTo(Verdict.YES));
    assertThat(attribute.space().example(Language.any())).isInstanceOf(Example.Found.class);
  }
}
