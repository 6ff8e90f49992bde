package com.policycortex.istio.repair;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.patch.PatchFailedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LineDifferenceTest {

  @Property(tries = 300)
  void a_text_with_its_difference_is_the_other_text(
      @ForAll @Size(max = 12) List<@CharRange(from = 'a', to = 'c') Character> before,
      @ForAll @Size(max = 12) List<@CharRange(from = 'a', to = 'c') Character> after)
      throws PatchFailedException {
    List<String> from = before.stream().map(String::valueOf).toList();
    List<String> to = after.stream().map(String::valueOf).toList();
    assertThat(LineDifference.of(from, to).applyTo(from)).isEqualTo(to);
  }

  @Test
  void what_is_taken_out_of_a_long_text_is_one_change() {
    List<String> lines = IntStream.range(0, 100_000).mapToObj(String::valueOf).toList();
    List<String> less = new ArrayList<>(lines.subList(0, 10));
    less.addAll(lines.subList(99_990, 100_000));

    assertThat(LineDifference.of(lines, less).getDeltas())
        .singleElement()
        .satisfies(delta -> assertThat(delta.getSource().size()).isEqualTo(99_980));
  }

  @Test
  void where_very_much_may_differ_all_of_it_counts_as_changed() throws PatchFailedException {
    List<String> lines = IntStream.range(0, 5_000).mapToObj(String::valueOf).toList();
    List<String> turned = new ArrayList<>(lines);
    Collections.reverse(turned);

    assertThat(LineDifference.of(lines, turned).getDeltas()).hasSize(1);
    assertThat(LineDifference.of(lines, turned).applyTo(lines)).isEqualTo(turned);
  }
}
