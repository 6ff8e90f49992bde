package com.policycortex.istio.matching.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An automaton that may be in several states at once: what an expression becomes, step by step. */
final class Nfa {

  /** What is beside a place in a text. */
  enum Neighbour {
    /** An end of the text. */
    NOTHING,
    /** A letter, a digit or an underscore. */
    WORD,
    /** Another character. */
    OTHER;

    static Neighbour of(int codePoint) {
      return Ascii.isWord(codePoint) ? WORD : OTHER;
    }
  }

  /** A step over one code point. */
  record Step(CodePoints over, int target) {}

  // A step over none, where the assertion holds; everywhere if it is null.
  private record Jump(Expression.@Nullable Assertion where, int target) {}

  /** The most states; a larger expression is not looked into. */
  static final long MOST_STATES = 20_000;

  private static final int START = 0;
  private static final int ACCEPT = 1;

  private final List<List<Step>> steps = new ArrayList<>();
  private final List<List<Jump>> jumps = new ArrayList<>();
  private boolean asserts;

  private Nfa() {
    state();
    state();
  }

  static Nfa of(Expression expression) throws TooLargeException {
    if (expression.size() > MOST_STATES) {
      throw new TooLargeException("the expression is too large");
    }
    Nfa nfa = new Nfa();
    nfa.build(expression, START, ACCEPT);
    return nfa;
  }

  /** The states before anything is read. */
  BitSet start() {
    BitSet start = new BitSet();
    start.set(START);
    return start;
  }

  /** True if it matters what is beside a place. */
  boolean asserts() {
    return asserts;
  }

  boolean accepts(BitSet closed) {
    return closed.get(ACCEPT);
  }

  List<Step> steps(int state) {
    return steps.get(state);
  }

  /** The states that are reached without reading, between these neighbours. */
  BitSet closure(BitSet states, Neighbour before, Neighbour after) {
    BitSet closed = (BitSet) states.clone();
    Deque<Integer> open = new ArrayDeque<>();
    states.stream().forEach(open::add);
    while (!open.isEmpty()) {
      for (Jump jump : jumps.get(open.remove())) {
        if (!closed.get(jump.target()) && holds(jump, before, after)) {
          closed.set(jump.target());
          open.add(jump.target());
        }
      }
    }
    return closed;
  }

  /** The states behind a code point, from closed ones. */
  BitSet read(BitSet closed, int codePoint) {
    BitSet next = new BitSet();
    for (int state = closed.nextSetBit(0); state >= 0; state = closed.nextSetBit(state + 1)) {
      for (Step step : steps.get(state)) {
        if (step.over().contains(codePoint)) {
          next.set(step.target());
        }
      }
    }
    return next;
  }

  boolean matches(String text) {
    BitSet states = start();
    Neighbour before = Neighbour.NOTHING;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int read = text.codePointAt(i);
      Neighbour after = Neighbour.of(read);
      states = read(closure(states, before, after), read);
      before = after;
    }
    return accepts(closure(states, before, Neighbour.NOTHING));
  }

  private static boolean holds(Jump jump, Neighbour before, Neighbour after) {
    if (jump.where() == null) {
      return true;
    }
    boolean boundary = (before == Neighbour.WORD) != (after == Neighbour.WORD);
    return switch (jump.where()) {
      case BEGIN -> before == Neighbour.NOTHING;
      case END -> after == Neighbour.NOTHING;
      case WORD_BOUNDARY -> boundary;
      case NO_WORD_BOUNDARY -> !boundary;
    };
  }

  private int state() {
    steps.add(new ArrayList<>(1));
    jumps.add(new ArrayList<>(1));
    return steps.size() - 1;
  }

  private void jump(int from, int to) {
    jumps.get(from).add(new Jump(null, to));
  }

  // Adds what leads from one state to another by the expression.
  private void build(Expression expression, int from, int to) {
    if (expression instanceof Expression.One one) {
      steps.get(from).add(new Step(one.points(), to));
    } else if (expression instanceof Expression.Sequence sequence) {
      int at = from;
      for (Expression part : sequence.parts()) {
        int next = state();
        build(part, at, next);
        at = next;
      }
      jump(at, to);
    } else if (expression instanceof Expression.Choice choice) {
      for (Expression part : choice.parts()) {
        int begin = state();
        jump(from, begin);
        build(part, begin, to);
      }
    } else if (expression instanceof Expression.Repeat repeat) {
      repeat(repeat, from, to);
    } else {
      asserts = true;
      jumps.get(from).add(new Jump((Expression.Assertion) expression, to));
    }
  }

  private void repeat(Expression.Repeat repeat, int from, int to) {
    int at = state();
    jump(from, at);
    for (int i = 0; i < repeat.least(); i++) {
      int next = state();
      build(repeat.part(), at, next);
      at = next;
    }
    if (repeat.most() == Expression.Repeat.NO_END) {
      int loop = state();
      int end = state();
      jump(at, loop);
      build(repeat.part(), loop, end);
      jump(end, loop);
      jump(loop, to);
      return;
    }
    for (int i = repeat.least(); i < repeat.most(); i++) {
      int next = state();
      jump(at, to);
      build(repeat.part(), at, next);
      at = next;
    }
    jump(at, to);
  }
}
