package com.policycortex.istio.dsl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Naming elements adds them: the elements that were there, and those that are named. */
final class Elements {

  private Elements() {}

  static <T> List<T> added(List<? extends T> there, T first, T[] more) {
    List<T> all = new ArrayList<>(there);
    all.add(first);
    all.addAll(Arrays.asList(more));
    return all;
  }

  static List<Integer> added(List<Integer> there, int first, int[] more) {
    List<Integer> all = new ArrayList<>(there);
    all.add(first);
    IntStream.of(more).forEach(all::add);
    return all;
  }
}
