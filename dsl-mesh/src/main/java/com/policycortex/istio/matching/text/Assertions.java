package com.policycortex.istio.matching.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Transition;
import org.jspecify.annotations.Nullable;

/**
 * Takes the assertions out of an automaton. There they are transitions over code points that no
 * text has; here each is followed only where it holds, and then counts as no step at all.
 */
final class Assertions {

  private static final int FIRST_MARK = Character.MIN_SURROGATE;
  private static final List<Expression.Assertion> MARKS = List.of(Expression.Assertion.values());

  private enum Before {
    NOTHING,
    WORD,
    OTHER
  }

  private enum Next {
    ANYTHING,
    WORD,
    NO_WORD,
    END
  }

  // A state of the automaton, what was read last, and what the assertions since then demand.
  private record Place(int state, Before before, Next next) {}

  private final Automaton marked;
  private final Automaton plain = new Automaton();
  private final Map<Place, Integer> states = new HashMap<>();
  private final Deque<Place> open = new ArrayDeque<>();

  private Assertions(Automaton marked) {
    this.marked = marked;
  }

  /** The code point that stands for an assertion. */
  static int mark(Expression.Assertion assertion) {
    return FIRST_MARK + MARKS.indexOf(assertion);
  }

  static Automaton remove(Automaton marked) {
    Assertions assertions = new Assertions(marked);
    assertions.build();
    return assertions.plain;
  }

  private void build() {
    if (marked.getNumStates() == 0) {
      return;
    }
    state(new Place(0, Before.NOTHING, Next.ANYTHING));
    while (!open.isEmpty()) {
      Place from = open.remove();
      int source = state(from);
      for (Place place : closure(from)) {
        boolean atEnd = place.next() != Next.WORD;
        if (marked.isAccept(place.state()) && atEnd) {
          plain.setAccept(source, true);
        }
        steps(source, place);
      }
    }
    plain.finishState();
  }

  private void steps(int source, Place place) {
    Transition step = new Transition();
    int count = marked.initTransition(place.state(), step);
    for (int i = 0; i < count; i++) {
      marked.getNextTransition(step);
      if (isMark(step.min) || place.next() == Next.END) {
        continue;
      }
      CodePoints read = CodePoints.range(step.min, step.max);
      if (place.next() != Next.NO_WORD) {
        step(source, step.dest, Before.WORD, read.and(CharacterClasses.WORD));
      }
      if (place.next() != Next.WORD) {
        step(source, step.dest, Before.OTHER, read.and(CharacterClasses.WORD.not()));
      }
    }
  }

  private void step(int source, int target, Before before, CodePoints read) {
    for (int[] range : read.ranges()) {
      int destination = state(new Place(target, before, Next.ANYTHING));
      plain.addTransition(source, destination, range[0], range[1]);
    }
  }

  private int state(Place place) {
    Integer known = states.get(place);
    if (known != null) {
      return known;
    }
    int fresh = plain.createState();
    states.put(place, fresh);
    open.add(place);
    return fresh;
  }

  private Set<Place> closure(Place start) {
    Set<Place> all = new HashSet<>(Set.of(start));
    Deque<Place> todo = new ArrayDeque<>(List.of(start));
    while (!todo.isEmpty()) {
      for (Place place : marks(todo.remove())) {
        if (all.add(place)) {
          todo.add(place);
        }
      }
    }
    return all;
  }

  private List<Place> marks(Place place) {
    List<Place> found = new ArrayList<>();
    Transition step = new Transition();
    int count = marked.initTransition(place.state(), step);
    for (int i = 0; i < count; i++) {
      marked.getNextTransition(step);
      if (isMark(step.min)) {
        Next demanded = demanded(step.min, place.before());
        if (demanded != null) {
          Next both = both(place.next(), demanded);
          if (both != null) {
            found.add(new Place(step.dest, place.before(), both));
          }
        }
      }
    }
    return found;
  }

  private static boolean isMark(int label) {
    return label >= FIRST_MARK && label < FIRST_MARK + MARKS.size();
  }

  // Null if the assertion does not hold here, whatever follows.
  private static @Nullable Next demanded(int mark, Before before) {
    boolean word = before == Before.WORD;
    return switch (MARKS.get(mark - FIRST_MARK)) {
      case BEGIN -> before == Before.NOTHING ? Next.ANYTHING : null;
      case END -> Next.END;
      case WORD_BOUNDARY -> word ? Next.NO_WORD : Next.WORD;
      case NO_WORD_BOUNDARY -> word ? Next.WORD : Next.NO_WORD;
    };
  }

  private static @Nullable Next both(Next one, Next other) {
    if (one == Next.ANYTHING || one == other) {
      return other;
    }
    if (other == Next.ANYTHING) {
      return one;
    }
    return one == Next.WORD || other == Next.WORD ? null : Next.END;
  }
}
