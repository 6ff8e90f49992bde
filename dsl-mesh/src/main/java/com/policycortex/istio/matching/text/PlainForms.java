package com.policycortex.istio.matching.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Expressions that are no more than some texts, prefixes or suffixes. */
final class PlainForms {

  private static final int MOST_TEXTS = 64;

  private PlainForms() {}

  /** The same language without an expression; null if there is none. */
  static @Nullable Language of(Expression expression) {
    return of(Set.of(""), withoutEnds(parts(expression)));
  }

  private static List<Expression> parts(Expression expression) {
    return expression instanceof Expression.Sequence sequence
        ? sequence.parts()
        : List.of(expression);
  }

  // A whole text is matched: a first ^ and a last $ say nothing new.
  private static List<Expression> withoutEnds(List<Expression> parts) {
    int from = 0;
    int to = parts.size();
    while (from < to && parts.get(from) == Expression.Assertion.BEGIN) {
      from++;
    }
    while (to > from && parts.get(to - 1) == Expression.Assertion.END) {
      to--;
    }
    return parts.subList(from, to);
  }

  private static @Nullable Language of(Set<String> heads, List<Expression> parts) {
    if (parts.isEmpty()) {
      return Language.exact(heads);
    }
    Expression first = parts.get(0);
    List<Expression> rest = parts.subList(1, parts.size());
    if (isAll(first)) {
      return rest.isEmpty() ? prefixes(heads) : suffixes(heads, rest);
    }
    Set<String> next = texts(first);
    if (next != null) {
      Set<String> longer = concatenated(heads, next);
      return longer == null ? null : of(longer, rest);
    }
    List<Expression> choices = choices(first);
    if (!rest.isEmpty() || choices.isEmpty()) {
      return null;
    }
    List<Language> languages = new ArrayList<>();
    for (Expression choice : choices) {
      Language language = of(heads, parts(choice));
      if (language == null) {
        return null;
      }
      languages.add(language);
    }
    return Language.anyOf(languages);
  }

  private static Language prefixes(Set<String> heads) {
    return Language.anyOf(heads.stream().map(Language::prefix).toList());
  }

  private static @Nullable Language suffixes(Set<String> heads, List<Expression> rest) {
    if (!heads.equals(Set.of(""))) {
      return null;
    }
    Set<String> tails = texts(new Expression.Sequence(rest));
    return tails == null ? null : Language.anyOf(tails.stream().map(Language::suffix).toList());
  }

  private static boolean isAll(Expression expression) {
    return expression instanceof Expression.Repeat repeat
        && repeat.least() == 0
        && repeat.most() == Expression.Repeat.NO_END
        && repeat.part() instanceof Expression.One one
        && one.points().isAll();
  }

  private static List<Expression> choices(Expression expression) {
    if (expression instanceof Expression.Choice choice) {
      return choice.parts();
    }
    boolean optional =
        expression instanceof Expression.Repeat repeat && repeat.least() == 0 && repeat.most() == 1;
    return optional
        ? List.of(new Expression.Sequence(List.of()), ((Expression.Repeat) expression).part())
        : List.of();
  }

  // The texts of an expression that has few; null for any other.
  private static @Nullable Set<String> texts(Expression expression) {
    if (expression instanceof Expression.One one) {
      int single = one.points().single();
      return single < 0 ? null : Set.of(Character.toString(single));
    }
    if (expression instanceof Expression.Sequence sequence) {
      Set<String> all = Set.of("");
      for (Expression part : sequence.parts()) {
        Set<String> next = texts(part);
        all = next == null ? null : concatenated(all, next);
        if (all == null) {
          return null;
        }
      }
      return all;
    }
    List<Expression> choices = choices(expression);
    if (choices.isEmpty()) {
      return null;
    }
    Set<String> all = new LinkedHashSet<>();
    for (Expression choice : choices) {
      Set<String> some = texts(choice);
      if (some == null || all.size() + some.size() > MOST_TEXTS) {
        return null;
      }
      all.addAll(some);
    }
    return all;
  }

  private static @Nullable Set<String> concatenated(Set<String> heads, Set<String> tails) {
    if ((long) heads.size() * tails.size() > MOST_TEXTS) {
      return null;
    }
    Set<String> all = new LinkedHashSet<>();
    for (String head : heads) {
      for (String tail : tails) {
        all.add(head + tail);
      }
    }
    return all;
  }
}
