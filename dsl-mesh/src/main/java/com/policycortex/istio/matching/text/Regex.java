package com.policycortex.istio.matching.text;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The texts that an RE2 expression matches from end to end. */
final class Regex implements Language {

  // istiod refuses expressions of more bytes.
  private static final int LONGEST = 1024;

  private final String text;
  private final @Nullable Expression expression;
  private final String problem;
  private final @Nullable Predicate<String> membership;
  // Made when it is first needed; the same whoever makes it.
  private volatile @Nullable Nfa nfa;

  private Regex(
      String text,
      @Nullable Expression expression,
      String problem,
      @Nullable Predicate<String> membership) {
    this.text = text;
    this.expression = expression;
    this.problem = problem;
    this.membership = membership;
  }

  /** In the plainest form that means the same: most expressions are a prefix, or some texts. */
  static Language of(String text) {
    if (text.length() > LONGEST) {
      return new Regex(text, null, "it is longer than istiod takes", null);
    }
    try {
      Expression expression = Re2Parser.parse(text);
      Language plain = PlainForms.of(expression);
      return plain != null ? plain : new Regex(text, expression, "", membership(text, expression));
    } catch (UnreadableException e) {
      return new Regex(text, null, String.valueOf(e.getMessage()), null);
    }
  }

  /** A language for which there is a faster test than its expression. */
  static Regex described(String text, Predicate<String> membership) {
    try {
      return new Regex(text, Re2Parser.parse(text), "", membership);
    } catch (UnreadableException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  // RE2/J writes repetitions out without a limit of its own.
  private static @Nullable Predicate<String> membership(String text, Expression expression) {
    if (expression.size() > Nfa.MOST_STATES) {
      return null;
    }
    try {
      return Pattern.compile(text)::matches;
    } catch (PatternSyntaxException e) {
      return null; // RE2/J is older than Envoy's RE2
    }
  }

  /** What the expression becomes. */
  Nfa nfa() throws TooLargeException {
    Nfa made = nfa;
    if (made == null) {
      if (expression == null) {
        throw new TooLargeException(problem());
      }
      made = Nfa.of(expression);
      nfa = made;
    }
    return made;
  }

  /** Why the expression cannot be read. */
  String problem() {
    return "the expression " + text + " cannot be read: " + problem;
  }

  @Override
  public Verdict matches(String other) {
    if (membership != null) {
      return Verdict.of(membership.test(other));
    }
    try {
      return Verdict.of(nfa().matches(other));
    } catch (TooLargeException e) {
      return Verdict.UNKNOWN;
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Regex regex && regex.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "Regex[" + text + "]";
  }
}
