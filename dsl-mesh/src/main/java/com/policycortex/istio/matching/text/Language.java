package com.policycortex.istio.matching.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A set of texts, as a condition on a text describes it.
 *
 * <p>Texts are what a header can hold: Unicode without NUL, carriage return and line feed.
 */
public sealed interface Language
    permits Language.Exact,
        Language.Prefix,
        Language.Suffix,
        Language.AllOf,
        Language.AnyOf,
        Language.Not,
        Regex {

  /** Whether this text is in the language; unknown where an expression cannot be read. */
  Verdict matches(String text);

  /** All texts. */
  static Language any() {
    return AllOf.ANY;
  }

  /** No text. */
  static Language none() {
    return AnyOf.NONE;
  }

  /** This text alone. */
  static Language exact(String text) {
    return new Exact(new TreeSet<>(List.of(text)), false);
  }

  /** These texts alone. */
  static Language exact(Collection<String> texts) {
    return texts.isEmpty() ? none() : new Exact(new TreeSet<>(texts), false);
  }

  /** The texts that begin so. */
  static Language prefix(String prefix) {
    return prefix.isEmpty() ? any() : new Prefix(prefix, false);
  }

  /** The texts that end so. */
  static Language suffix(String suffix) {
    return suffix.isEmpty() ? any() : new Suffix(suffix, false);
  }

  /** This text, whatever the case of its ASCII letters. */
  static Language exactIgnoringCase(String text) {
    return Ascii.hasLetter(text)
        ? new Exact(new TreeSet<>(List.of(Ascii.lower(text))), true)
        : exact(text);
  }

  /** The texts that begin so, whatever the case of ASCII letters. */
  static Language prefixIgnoringCase(String prefix) {
    return Ascii.hasLetter(prefix) ? new Prefix(Ascii.lower(prefix), true) : prefix(prefix);
  }

  /** The texts that end so, whatever the case of ASCII letters. */
  static Language suffixIgnoringCase(String suffix) {
    return Ascii.hasLetter(suffix) ? new Suffix(Ascii.lower(suffix), true) : suffix(suffix);
  }

  /**
   * The texts that this RE2 expression matches from end to end. An expression that RE2 would refuse
   * makes a language of which nothing is known.
   */
  static Language regex(String expression) {
    return Regex.of(expression);
  }

  /**
   * The texts that this RE2 expression matches from end to end, with a faster test that says the
   * same.
   */
  static Language regex(String expression, Predicate<String> test) {
    return Regex.described(expression, test);
  }

  /** The texts in each of these; all texts where there is none. */
  static Language allOf(Collection<? extends Language> languages) {
    Set<Language> parts = new LinkedHashSet<>();
    for (Language language : languages) {
      if (language instanceof AllOf all) {
        parts.addAll(all.parts());
      } else {
        parts.add(language);
      }
    }
    if (parts.contains(AnyOf.NONE)) {
      return none();
    }
    return parts.isEmpty()
        ? any()
        : parts.size() == 1 ? parts.iterator().next() : new AllOf(List.copyOf(parts));
  }

  /** The texts in at least one of these; no text where there is none. */
  static Language anyOf(Collection<? extends Language> languages) {
    Set<Language> parts = new LinkedHashSet<>();
    SortedSet<String> exact = new TreeSet<>();
    List<Language> rest = new ArrayList<>();
    for (Language language : languages) {
      rest.addAll(language instanceof AnyOf any ? any.parts() : List.of(language));
    }
    for (Language language : rest) {
      if (language instanceof Exact one && !one.ignoreCase()) {
        exact.addAll(one.texts());
      } else {
        parts.add(language);
      }
    }
    if (parts.contains(AllOf.ANY)) {
      return any();
    }
    if (!exact.isEmpty()) {
      parts.add(new Exact(exact, false));
    }
    return parts.isEmpty()
        ? none()
        : parts.size() == 1 ? parts.iterator().next() : new AnyOf(List.copyOf(parts));
  }

  /** The texts in both. */
  default Language and(Language other) {
    return allOf(List.of(this, other));
  }

  /** The texts in one of the two. */
  default Language or(Language other) {
    return anyOf(List.of(this, other));
  }

  /** The texts that are not in this. */
  default Language not() {
    if (equals(any())) {
      return none();
    }
    return equals(none()) ? any() : new Not(this);
  }

  /**
   * Some texts.
   *
   * @param texts the texts; in lower case where case is ignored
   * @param ignoreCase whether the case of ASCII letters does not count
   */
  record Exact(SortedSet<String> texts, boolean ignoreCase) implements Language {
    @Override
    public Verdict matches(String text) {
      return Verdict.of(texts.contains(ignoreCase ? Ascii.lower(text) : text));
    }
  }

  /**
   * Texts by their beginning.
   *
   * @param text how they begin; in lower case where case is ignored
   * @param ignoreCase whether the case of ASCII letters does not count
   */
  record Prefix(String text, boolean ignoreCase) implements Language {
    @Override
    public Verdict matches(String other) {
      return Verdict.of((ignoreCase ? Ascii.lower(other) : other).startsWith(text));
    }
  }

  /**
   * Texts by their end.
   *
   * @param text how they end; in lower case where case is ignored
   * @param ignoreCase whether the case of ASCII letters does not count
   */
  record Suffix(String text, boolean ignoreCase) implements Language {
    @Override
    public Verdict matches(String other) {
      return Verdict.of((ignoreCase ? Ascii.lower(other) : other).endsWith(text));
    }
  }

  /**
   * What is in each.
   *
   * @param parts the languages
   */
  record AllOf(List<Language> parts) implements Language {
    private static final Language ANY = new AllOf(List.of());

    @Override
    public Verdict matches(String text) {
      Verdict all = Verdict.YES;
      for (int i = 0; i < parts.size() && all != Verdict.NO; i++) {
        all = all.and(parts.get(i).matches(text));
      }
      return all;
    }
  }

  /**
   * What is in at least one.
   *
   * @param parts the languages
   */
  record AnyOf(List<Language> parts) implements Language {
    private static final Language NONE = new AnyOf(List.of());

    @Override
    public Verdict matches(String text) {
      Verdict any = Verdict.NO;
      for (int i = 0; i < parts.size() && any != Verdict.YES; i++) {
        any = any.or(parts.get(i).matches(text));
      }
      return any;
    }
  }

  /**
   * What is not in another.
   *
   * @param part the other language
   */
  record Not(Language part) implements Language {
    @Override
    public Verdict matches(String text) {
      return part.matches(text).not();
    }

    @Override
    public Language not() {
      return part;
    }
  }
}
