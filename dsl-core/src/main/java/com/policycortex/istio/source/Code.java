package com.policycortex.istio.source;

import java.util.List;

/** A piece of Java, not laid out yet. */
sealed interface Code {

  /**
   * What stands on one line.
   *
   * @param text the text
   */
  record Plain(String text) implements Code {}

  /**
   * A text block.
   *
   * @param lines its lines, escaped, without the delimiters
   */
  record Block(List<String> lines) implements Code {}

  /**
   * Two arguments that belong together: a key of a map and its value.
   *
   * @param key the first argument
   * @param value the second argument
   */
  record Pair(Code key, Code value) implements Code {}

  /**
   * A call, and calls on what it returns.
   *
   * @param opening what stands before the first parenthesis
   * @param arguments the first call's
   * @param steps the calls that follow
   */
  record Chain(String opening, List<Code> arguments, List<Step> steps) implements Code {
    /** Copies the lists. */
    public Chain {
      arguments = List.copyOf(arguments);
      steps = List.copyOf(steps);
    }
  }

  /**
   * A call on what stands before.
   *
   * @param name the method
   * @param arguments its arguments
   */
  record Step(String name, List<Code> arguments) {
    /** Copies the list. */
    public Step {
      arguments = List.copyOf(arguments);
    }
  }

  static Code call(String opening, List<Code> arguments) {
    return new Chain(opening, arguments, List.of());
  }

  static Code call(String opening, Code... arguments) {
    return call(opening, List.of(arguments));
  }
}
