package com.policycortex.istio.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Does many pieces of work on all cores, and keeps their order. Whoever is done with a piece takes
 * the next one. A parallel stream would deal out a few large shares at the beginning, and at the
 * end all wait for the slowest: a core that compiles meanwhile is a slow one.
 */
public final class Parallel {

  private Parallel() {}

  /**
   * The results of some work for the numbers from 0 on, in their order.
   *
   * @param count how many
   * @param work what is done for each number, on any thread; never null
   * @throws RuntimeException what the work threw; what was not begun is left
   */
  public static <T> List<T> map(int count, IntFunction<? extends T> work) {
    AtomicReferenceArray<T> results = new AtomicReferenceArray<>(count);
    AtomicInteger next = new AtomicInteger();
    // The thread that asks works too.
    int workers = Math.min(count, ForkJoinPool.getCommonPoolParallelism() + 1);
    IntStream.range(0, workers).parallel().forEach(worker -> work(next, results, work));
    List<T> inOrder = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      inOrder.add(results.get(i));
    }
    return inOrder;
  }

  private static <T> void work(
      AtomicInteger next, AtomicReferenceArray<T> results, IntFunction<? extends T> work) {
    int count = results.length();
    int number = next.getAndIncrement();
    while (number < count) {
      try {
        results.set(number, work.apply(number));
      } catch (RuntimeException | Error e) {
        next.set(count);
        throw e;
      }
      number = next.getAndIncrement();
    }
  }

  /**
   * The results for shares of a list, in the order of the list.
   *
   * @param list what is shared out
   * @param size how much of it one share has
   * @param work what is done for each share, on any thread
   */
  public static <E, T> List<T> shares(List<E> list, int size, Function<List<E>, ? extends T> work) {
    return map(
        (list.size() + size - 1) / size,
        share -> work.apply(list.subList(share * size, Math.min(list.size(), (share + 1) * size))));
  }
}
