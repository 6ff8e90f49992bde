package com.policycortex.istio.matching.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The texts that some attribute of a request can have at all, and in which order they look natural.
 * Questions about languages are asked within it.
 *
 * @param possible the texts that can occur
 * @param natural those among them that a person would write
 * @param samples the most natural, best first; an answer is one of them where one fits
 */
public record TextSpace(Language possible, Language natural, List<String> samples) {

  /** Every text. */
  public static final TextSpace ALL = new TextSpace(Language.any(), Language.any(), List.of());

  private static final int MOST_CANDIDATES = 24;

  /** Copies the samples. */
  public TextSpace {
    samples = List.copyOf(samples);
  }

  /** A text that is possible and in the language, or that there is none, or that nobody knows. */
  public Example example(Language language) {
    List<Language> parts = parts(language.and(possible));
    for (Language part : parts) {
      if (part instanceof Language.Exact exact && !exact.ignoreCase()) {
        return among(exact.texts(), parts);
      }
    }
    if (seenEmpty(parts)) {
      return Example.None.NONE;
    }
    Language both = Language.allOf(parts);
    // The language first: it is a prefix more often than an expression, as what is natural is.
    for (String candidate : candidates(parts)) {
      if (both.matches(candidate) == Verdict.YES && natural.matches(candidate) == Verdict.YES) {
        return new Example.Found(candidate);
      }
    }
    if (!natural.equals(Language.any())
        && ProductSearch.example(both.and(natural)) instanceof Example.Found found) {
      return found;
    }
    return ProductSearch.example(both);
  }

  // A choice of none but choices of others is a choice.
  private static List<Language> parts(Language language) {
    List<Language> parts = new ArrayList<>();
    List<Language> flat = language instanceof Language.AllOf all ? all.parts() : List.of(language);
    for (Language part : flat) {
      if (part instanceof Language.Not not && not.part() instanceof Language.AnyOf any) {
        any.parts().forEach(each -> parts.add(each.not()));
      } else if (part instanceof Language.Not not && not.part() instanceof Language.AllOf all) {
        parts.add(Language.anyOf(all.parts().stream().map(Language::not).toList()));
      } else {
        parts.add(part);
      }
    }
    return parts;
  }

  private static Example among(Set<String> texts, List<Language> parts) {
    Language all = Language.allOf(parts);
    boolean unknown = false;
    for (String text : texts) {
      Verdict verdict = all.matches(text);
      if (verdict == Verdict.YES) {
        return new Example.Found(text);
      }
      unknown |= verdict == Verdict.UNKNOWN;
    }
    return unknown ? ProductSearch.undecided(all) : Example.None.NONE;
  }

  private static boolean seenEmpty(List<Language> parts) {
    for (int i = 0; i < parts.size(); i++) {
      Language part = parts.get(i);
      if (part.equals(Language.none())) {
        return true;
      }
      for (int j = 0; j < parts.size(); j++) {
        boolean taken =
            part instanceof Language.Not not && i != j && Covering.covers(not.part(), parts.get(j));
        if (taken || (i < j && Covering.disjoint(part, parts.get(j)))) {
          return true;
        }
      }
    }
    return false;
  }

  private Set<String> candidates(List<Language> parts) {
    Set<String> candidates = new LinkedHashSet<>(samples);
    for (Language part : parts) {
      if (candidates.size() > MOST_CANDIDATES) {
        break;
      }
      addCandidates(part, candidates);
    }
    return candidates;
  }

  private void addCandidates(Language part, Set<String> candidates) {
    if (part instanceof Language.Exact exact) {
      exact.texts().stream().limit(MOST_CANDIDATES).forEach(candidates::add);
    } else if (part instanceof Language.Prefix prefix) {
      candidates.add(prefix.text());
      candidates.add(prefix.text() + "x");
      for (String sample : samples) {
        candidates.add(prefix.text() + sample);
      }
    } else if (part instanceof Language.Suffix suffix) {
      for (String sample : samples) {
        candidates.add(sample + suffix.text());
      }
      candidates.add(suffix.text());
    } else if (part instanceof Language.AnyOf any) {
      any.parts().stream().limit(4).forEach(each -> addCandidates(each, candidates));
    }
  }
}
