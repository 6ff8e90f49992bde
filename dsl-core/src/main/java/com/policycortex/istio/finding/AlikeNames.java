package com.policycortex.istio.finding;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;

/**
 * An index of many names: those that are the same as another without one letter, or share its
 * beginning or its end.
 */
final class AlikeNames {

  // How many on either side share the longest beginning, or end.
  private static final int BESIDE = 16;

  // How many that lack a letter are looked at.
  private static final int MOST = 64;

  // The lower bits of a key say which name it is of; the upper ones are what is looked for.
  private static final int PLACE_BITS = 24;
  private static final long PLACE = (1L << PLACE_BITS) - 1;

  // Beyond them the index says nothing.
  private static final int MOST_NAMES = 1 << PLACE_BITS;

  private static final long PRIME = 1_000_003;

  private final SpeltName[] names;
  // Sorted.
  private final long[] lacking;
  private final Order beginnings;
  private final Order ends;

  private AlikeNames(SpeltName[] names, long[] lacking, Order beginnings, Order ends) {
    this.names = names;
    this.lacking = lacking;
    this.beginnings = beginnings;
    this.ends = ends;
  }

  /** Texts in order, each with the name that it is of. */
  private static final class Order {

    private final String[] texts;
    private final int[] places;

    private Order(String[] texts, int[] places) {
      this.texts = texts;
      this.places = places;
    }

    static Order of(String[] texts) {
      Integer[] order = new Integer[texts.length];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, Comparator.comparing(i -> texts[i]));
      String[] sorted = new String[texts.length];
      int[] places = new int[texts.length];
      for (int i = 0; i < texts.length; i++) {
        places[i] = order[i];
        sorted[i] = texts[order[i]];
      }
      return new Order(sorted, places);
    }

    void beside(String text, BitSet found) {
      int at = Arrays.binarySearch(texts, text);
      int middle = at < 0 ? -at - 1 : at;
      for (int i = Math.max(0, middle - BESIDE); i < Math.min(texts.length, middle + BESIDE); i++) {
        found.set(places[i]);
      }
    }
  }

  static AlikeNames of(SpeltName[] all) {
    SpeltName[] names = all.length <= MOST_NAMES ? all : Arrays.copyOf(all, MOST_NAMES);
    int sum = 0;
    for (SpeltName name : names) {
      sum += name.bare().length() + 1;
    }
    long[] lacking = new long[sum];
    String[] beginnings = new String[names.length];
    String[] ends = new String[names.length];
    int next = 0;
    for (int i = 0; i < names.length; i++) {
      String bare = names[i].bare();
      for (int left = -1; left < bare.length(); left++) {
        lacking[next++] = (hash(bare, left) & ~PLACE) | i;
      }
      beginnings[i] = bare;
      ends[i] = end(bare);
    }
    Arrays.sort(lacking);
    return new AlikeNames(names, lacking, Order.of(beginnings), Order.of(ends));
  }

  /** Those that may be near, in the order of the names. */
  SpeltName[] to(SpeltName written) {
    String bare = written.bare();
    BitSet found = new BitSet(names.length);
    int left = MOST;
    for (int without = -1; without < bare.length() && left > 0; without++) {
      left = lacking(hash(bare, without) & ~PLACE, left, found);
    }
    beginnings.beside(bare, found);
    ends.beside(end(bare), found);
    return found.stream().mapToObj(i -> names[i]).toArray(SpeltName[]::new);
  }

  private int lacking(long key, int most, BitSet found) {
    int at = Arrays.binarySearch(lacking, key);
    int left = most;
    for (int i = at < 0 ? -at - 1 : at;
        left > 0 && i < lacking.length && (lacking[i] & ~PLACE) == key;
        i++) {
      int place = (int) (lacking[i] & PLACE);
      if (!found.get(place)) {
        found.set(place);
        left--;
      }
    }
    return left;
  }

  // All but the letter at a place. Two texts with one hash are compared in vain, no more.
  private static long hash(String text, int without) {
    long hash = text.length();
    if (without >= 0) {
      hash--;
    }
    for (int i = 0; i < text.length(); i++) {
      if (i != without) {
        hash = hash * PRIME + text.charAt(i);
      }
    }
    // The lower bits are cut off.
    return hash * 0x9E37_79B9_7F4A_7C15L;
  }

  // From the last letter to the first.
  private static String end(String bare) {
    return new StringBuilder(bare).reverse().toString();
  }
}
