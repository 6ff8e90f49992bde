package com.policycortex.istio.matching.text;

import java.util.ArrayList;
import java.util.List;

/** A regular expression, read. */
sealed interface Expression {

  /** The expression that matches every text. */
  static Expression all() {
    return new Repeat(new One(CodePoints.ALL), 0, Repeat.NO_END);
  }

  /** The expression that matches this text alone. */
  static Expression literal(String text) {
    List<Expression> parts = new ArrayList<>();
    text.codePoints().forEach(c -> parts.add(new One(CodePoints.of(c))));
    return new Sequence(parts);
  }

  /** The expression that matches this text whatever the case of ASCII letters. */
  static Expression literalIgnoringCase(String text) {
    List<Expression> parts = new ArrayList<>();
    text.codePoints()
        .forEach(
            c -> {
              CodePoints points = CodePoints.of(c);
              boolean letter = Ascii.isLetter(c);
              parts.add(new One(letter ? points.or(CodePoints.of(c ^ 0x20)) : points));
            });
    return new Sequence(parts);
  }

  /** How many states an automaton of it may need, about; large numbers stay large. */
  long size();

  /** One code point of a set. */
  record One(CodePoints points) implements Expression {
    @Override
    public long size() {
      return Math.max(1, points.ranges().size());
    }
  }

  /** One after the other; nothing at all where there is none. */
  record Sequence(List<Expression> parts) implements Expression {
    public Sequence {
      parts = List.copyOf(parts);
    }

    @Override
    public long size() {
      return parts.stream().mapToLong(Expression::size).sum() + 1;
    }
  }

  /** One of several. */
  record Choice(List<Expression> parts) implements Expression {
    public Choice {
      parts = List.copyOf(parts);
    }

    @Override
    public long size() {
      return parts.stream().mapToLong(Expression::size).sum() + 1;
    }
  }

  /** Again and again. */
  record Repeat(Expression part, int least, int most) implements Expression {
    static final int NO_END = -1;

    @Override
    public long size() {
      long times = Math.max(1, most == NO_END ? least : most);
      return Math.min(Integer.MAX_VALUE, part.size()) * times + 1;
    }
  }

  /** A condition on the place between two code points. */
  enum Assertion implements Expression {
    /** At the beginning of the text. */
    BEGIN,
    /** At the end of the text. */
    END,
    /** Between a word's character and another, or an end of the text. */
    WORD_BOUNDARY,
    /** Not so. */
    NO_WORD_BOUNDARY;

    @Override
    public long size() {
      return 1;
    }
  }
}
