package com.policycortex.istio.matching.text;

import com.policycortex.istio.matching.text.Nfa.Neighbour;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A deterministic automaton that decides one language. Its states are sets of those of an {@link
 * Nfa}, made when a text first gets there. For one search, and one thread.
 */
final class Machine {

  /** Where a text is that cannot get into the language any more. */
  static final int DEAD = -1;

  private static final int MOST_STATES = 5_000;
  private static final int MOST_STEPS = 500_000;

  // States of the other automaton, and what was read last.
  private record Place(BitSet states, Neighbour before) {}

  // Where each range of code points leads; the first of each range in order.
  private static final class Table {
    final int[] firsts;
    final int[] targets;

    Table(int[] firsts, int[] targets) {
      this.firsts = firsts;
      this.targets = targets;
    }
  }

  private final Nfa nfa;
  private final Map<Place, Integer> numbers = new HashMap<>();
  private final List<Place> places = new ArrayList<>();
  private final Map<Integer, Table> tables = new HashMap<>();
  private int steps;

  Machine(Nfa nfa) {
    this.nfa = nfa;
  }

  int start() throws TooLargeException {
    return number(nfa.start(), Neighbour.NOTHING);
  }

  boolean accepts(int state) {
    if (state == DEAD) {
      return false;
    }
    Place place = places.get(state);
    return nfa.accepts(nfa.closure(place.states(), place.before(), Neighbour.NOTHING));
  }

  int next(int state, int codePoint) throws TooLargeException {
    if (state == DEAD) {
      return DEAD;
    }
    Table table = table(state);
    int low = 0;
    int high = table.firsts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (table.firsts[middle] <= codePoint) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return table.targets[low];
  }

  /** True if every text from here on is in the language, as far as one state shows it. */
  boolean acceptsAll(int state) throws TooLargeException {
    if (!accepts(state)) {
      return false;
    }
    Table table = table(state);
    for (int i = 0; i < table.firsts.length; i++) {
      int last = i + 1 < table.firsts.length ? table.firsts[i + 1] - 1 : Character.MAX_CODE_POINT;
      boolean possible = !CodePoints.range(table.firsts[i], last).isEmpty();
      if (possible && table.targets[i] != state) {
        return false;
      }
    }
    return true;
  }

  /** Adds the first code point of each range that this state tells from others. */
  void borders(int state, List<Integer> borders) throws TooLargeException {
    if (state != DEAD) {
      for (int first : table(state).firsts) {
        borders.add(first);
      }
    }
  }

  private Table table(int state) throws TooLargeException {
    Table made = tables.get(state);
    if (made == null) {
      made = make(places.get(state));
      tables.put(state, made);
    }
    return made;
  }

  private Table make(Place place) throws TooLargeException {
    BitSet beforeWord = nfa.closure(place.states(), place.before(), Neighbour.WORD);
    BitSet beforeOther =
        nfa.asserts() ? nfa.closure(place.states(), place.before(), Neighbour.OTHER) : beforeWord;
    TreeSet<Integer> borders = new TreeSet<>(List.of(0));
    borders(beforeWord, borders);
    if (nfa.asserts()) {
      borders(beforeOther, borders);
      for (int[] range : CharacterClasses.WORD.ranges()) {
        borders.add(range[0]);
        borders.add(range[1] + 1);
      }
    }
    int[] firsts = borders.stream().mapToInt(Integer::intValue).toArray();
    int[] targets = new int[firsts.length];
    for (int i = 0; i < firsts.length; i++) {
      Neighbour read = nfa.asserts() ? Neighbour.of(firsts[i]) : Neighbour.OTHER;
      BitSet closed = read == Neighbour.WORD ? beforeWord : beforeOther;
      steps += 1 + closed.cardinality();
      if (steps > MOST_STEPS) {
        throw new TooLargeException("the expression needs too many steps");
      }
      targets[i] = number(nfa.read(closed, firsts[i]), read);
    }
    return new Table(firsts, targets);
  }

  private void borders(BitSet closed, Set<Integer> borders) {
    for (int state = closed.nextSetBit(0); state >= 0; state = closed.nextSetBit(state + 1)) {
      for (Nfa.Step step : nfa.steps(state)) {
        for (int[] range : step.over().ranges()) {
          borders.add(range[0]);
          borders.add(range[1] + 1);
        }
      }
    }
  }

  private int number(BitSet states, Neighbour before) throws TooLargeException {
    if (states.isEmpty()) {
      return DEAD;
    }
    Place place = new Place(states, before);
    Integer known = numbers.get(place);
    if (known != null) {
      return known;
    }
    if (places.size() == MOST_STATES) {
      throw new TooLargeException("the expression needs too many states");
    }
    places.add(place);
    numbers.put(place, places.size() - 1);
    return places.size() - 1;
  }
}
