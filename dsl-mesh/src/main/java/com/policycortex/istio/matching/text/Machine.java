package com.policycortex.istio.matching.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.apache.lucene.util.automaton.Transition;

/** A deterministic automaton that decides one language. */
final class Machine {

  /** Where a text is that cannot get into the language any more. */
  static final int DEAD = -1;

  private static final int START = 0;
  private static final long MOST_STATES = 20_000;
  private static final int MOST_WORK = 200_000;

  private final Automaton automaton;

  private Machine(Automaton automaton) {
    this.automaton = automaton;
  }

  static Machine of(Expression expression) throws TooLargeException {
    if (expression.size() > MOST_STATES) {
      throw new TooLargeException("the expression is too large");
    }
    try {
      Automaton all = automaton(expression);
      Automaton plain = hasAssertion(expression) ? Assertions.remove(all) : all;
      return new Machine(Operations.removeDeadStates(Operations.determinize(plain, MOST_WORK)));
    } catch (TooComplexToDeterminizeException e) {
      throw new TooLargeException("the expression needs too many states");
    }
  }

  int start() {
    return automaton.getNumStates() == 0 ? DEAD : START;
  }

  boolean accepts(int state) {
    return state != DEAD && automaton.isAccept(state);
  }

  boolean accepts(String text) {
    int state = start();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      state = next(state, text.codePointAt(i));
    }
    return accepts(state);
  }

  int next(int state, int codePoint) {
    return state == DEAD ? DEAD : automaton.step(state, codePoint);
  }

  /** True if every text from here on is in the language. */
  boolean acceptsAll(int state) {
    if (!accepts(state) || automaton.getNumTransitions(state) == 0) {
      return false;
    }
    List<int[]> ranges = new ArrayList<>();
    Transition step = new Transition();
    int count = automaton.initTransition(state, step);
    for (int i = 0; i < count; i++) {
      automaton.getNextTransition(step);
      if (step.dest != state) {
        return false;
      }
      ranges.add(new int[] {step.min, step.max});
    }
    return CodePoints.of(ranges).isAll();
  }

  /** Adds the first code point of each range that this state tells from others, and one behind. */
  void borders(int state, List<Integer> borders) {
    if (state == DEAD) {
      return;
    }
    Transition step = new Transition();
    int count = automaton.initTransition(state, step);
    for (int i = 0; i < count; i++) {
      automaton.getNextTransition(step);
      borders.add(step.min);
      borders.add(step.max + 1);
    }
  }

  private static Automaton automaton(Expression expression) {
    if (expression instanceof Expression.One one) {
      return automaton(one.points());
    }
    if (expression instanceof Expression.Sequence sequence) {
      List<Automaton> parts = sequence.parts().stream().map(Machine::automaton).toList();
      return parts.isEmpty() ? Automata.makeEmptyString() : Operations.concatenate(parts);
    }
    if (expression instanceof Expression.Choice choice) {
      return Operations.union(choice.parts().stream().map(Machine::automaton).toList());
    }
    if (expression instanceof Expression.Repeat repeat) {
      Automaton part = automaton(repeat.part());
      return repeat.most() == Expression.Repeat.NO_END
          ? Operations.repeat(part, repeat.least())
          : Operations.repeat(part, repeat.least(), repeat.most());
    }
    return Automata.makeChar(Assertions.mark((Expression.Assertion) expression));
  }

  private static Automaton automaton(CodePoints points) {
    Automaton one = new Automaton();
    int source = one.createState();
    int target = one.createState();
    one.setAccept(target, true);
    for (int[] range : points.ranges()) {
      one.addTransition(source, target, range[0], range[1]);
    }
    one.finishState();
    return one;
  }

  private static boolean hasAssertion(Expression expression) {
    if (expression instanceof Expression.Sequence sequence) {
      return sequence.parts().stream().anyMatch(Machine::hasAssertion);
    }
    if (expression instanceof Expression.Choice choice) {
      return choice.parts().stream().anyMatch(Machine::hasAssertion);
    }
    return expression instanceof Expression.Assertion
        || (expression instanceof Expression.Repeat repeat && hasAssertion(repeat.part()));
  }
}
