package com.policycortex.istio.random;

import java.util.List;
import java.util.Random;

/**
 * A row of decisions, from which a value is made. Zero is always the simplest: absent, empty, the
 * first constant. When the row is at its end all further decisions are zero, so every value is
 * finite, and a shorter row with smaller numbers gives a simpler value.
 */
public final class Choices {

  private final int[] row;
  private int at;

  private Choices(int[] row) {
    this.row = row;
  }

  /**
   * The decisions of this seed.
   *
   * @param seed which
   * @param length how many there are before all are zero
   */
  public static Choices of(long seed, int length) {
    return new Choices(new Random(seed).ints(length, 0, Integer.MAX_VALUE).toArray());
  }

  /** These decisions, for a test that wants to make them smaller. */
  public static Choices of(List<Integer> row) {
    return new Choices(row.stream().mapToInt(i -> i & Integer.MAX_VALUE).toArray());
  }

  /** One of the numbers from 0 up to, and without, the bound. */
  int below(int bound) {
    return at < row.length ? row[at++] % bound : 0;
  }

  /** True once in so many times. */
  boolean onceIn(int times) {
    return below(times) == times - 1;
  }

  /** One of these. */
  <T> T oneOf(List<T> options) {
    return options.get(below(options.size()));
  }
}
