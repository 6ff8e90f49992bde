package com.policycortex.istio.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ParallelTest {

  @Property(tries = 50)
  void eachPieceIsDoneOnceAndTheOrderIsKept(@ForAll @IntRange(min = 0, max = 300) int count) {
    Set<Integer> begun = Collections.synchronizedSet(new HashSet<>());

    List<Integer> results =
        Parallel.map(
            count,
            number -> {
              assertThat(begun.add(number)).isTrue();
              return 2 * number;
            });

    assertThat(results).isEqualTo(IntStream.range(0, count).mapToObj(n -> 2 * n).toList());
  }

  @Property(tries = 50)
  void theSharesOfAListAreTheList(
      @ForAll List<Integer> list, @ForAll @IntRange(min = 1, max = 9) int size) {
    assertThat(Parallel.shares(list, size, List::copyOf).stream().flatMap(List::stream).toList())
        .isEqualTo(list);
  }

  @Test
  void whatAPieceThrowsIsThrown() {
    assertThatThrownBy(
            () ->
                Parallel.map(
                    100,
                    number -> {
                      if (number == 7) {
                        throw new IllegalArgumentException("seven");
                      }
                      return number;
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("seven");
  }
}
