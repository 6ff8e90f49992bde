package com.policycortex.istio.matching;

import com.policycortex.istio.matching.text.Example;
import com.policycortex.istio.matching.text.Language;
import com.policycortex.istio.matching.text.TextSpace;
import com.policycortex.istio.matching.text.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What one attribute must be. */
sealed interface Condition {

  /** Whether an attribute with these values meets it; no value where it is absent. */
  Verdict matches(List<String> values);

  /** Both. */
  Condition and(Condition other);

  /** Conditions that exclude each other, and of which one is met exactly where this is not. */
  List<Condition> opposites();

  /** True if everything meets it, as far as that is seen at once. */
  boolean isAny();

  /** Values that meet it. */
  Found example(TextSpace space);

  /** What a search for values came to: some, or none and why. */
  record Found(Verdict verdict, List<String> values, String reason) {
    static final Found NONE = new Found(Verdict.NO, List.of(), "");

    static Found values(List<String> values) {
      return new Found(Verdict.YES, values, "");
    }
  }

  /**
   * An attribute that has one value, or none.
   *
   * @param absent whether it may be absent
   * @param language what it may be where it is there
   */
  record OneText(boolean absent, Language language) implements Condition {

    @Override
    public Verdict matches(List<String> values) {
      return values.isEmpty() ? Verdict.of(absent) : language.matches(values.get(0));
    }

    @Override
    public Condition and(Condition other) {
      OneText one = (OneText) other;
      return new OneText(absent && one.absent, language.and(one.language));
    }

    @Override
    public List<Condition> opposites() {
      return List.of(new OneText(!absent, language.not()));
    }

    @Override
    public boolean isAny() {
      return absent && language.equals(Language.any());
    }

    @Override
    public Found example(TextSpace space) {
      if (absent) {
        return Found.values(List.of());
      }
      Example example = space.example(language);
      if (example instanceof Example.Found found) {
        return Found.values(List.of(found.text()));
      }
      return example instanceof Example.Undecided undecided
          ? new Found(Verdict.UNKNOWN, List.of(), undecided.reason())
          : Found.NONE;
    }
  }

  /**
   * An attribute that may have several values.
   *
   * @param some languages, each of which must have one of the values
   * @param none the language that may have none of them
   */
  record ManyTexts(List<Language> some, Language none) implements Condition {

    @Override
    public Verdict matches(List<String> values) {
      Verdict all = Verdict.YES;
      for (Language language : some) {
        Verdict one = Verdict.NO;
        for (String value : values) {
          one = one.or(language.matches(value));
        }
        all = all.and(one);
      }
      for (String value : values) {
        all = all.and(none.matches(value).not());
      }
      return all;
    }

    @Override
    public Condition and(Condition other) {
      ManyTexts many = (ManyTexts) other;
      List<Language> both = new ArrayList<>(some);
      many.some.stream().filter(language -> !both.contains(language)).forEach(both::add);
      return new ManyTexts(List.copyOf(both), none.or(many.none));
    }

    @Override
    public List<Condition> opposites() {
      List<Condition> all = new ArrayList<>();
      List<Language> before = new ArrayList<>();
      for (Language language : some) {
        all.add(new ManyTexts(List.copyOf(before), language));
        before.add(language);
      }
      if (!none.equals(Language.none())) {
        before.add(none);
        all.add(new ManyTexts(List.copyOf(before), Language.none()));
      }
      return all;
    }

    @Override
    public boolean isAny() {
      return some.isEmpty() && none.equals(Language.none());
    }

    @Override
    public Found example(TextSpace space) {
      List<String> values = new ArrayList<>();
      for (Language language : some) {
        Example example = space.example(language.and(none.not()));
        if (example instanceof Example.Found found) {
          values.add(found.text());
        } else if (example instanceof Example.Undecided undecided) {
          return new Found(Verdict.UNKNOWN, List.of(), undecided.reason());
        } else {
          return Found.NONE;
        }
      }
      return Found.values(values.stream().distinct().toList());
    }
  }
}
