package com.policycortex.istio.matching.text;

import java.util.List;

/** What can be seen of two languages without automata. */
final class Covering {

  private Covering() {}

  /** True if every text of the inner one is seen to be in the outer one; false if not seen. */
  static boolean covers(Language outer, Language inner) {
    if (outer.equals(inner) || outer.equals(Language.any())) {
      return true;
    }
    if (outer instanceof Language.AllOf all) {
      return all.parts().stream().allMatch(part -> covers(part, inner));
    }
    if (inner instanceof Language.AnyOf any) {
      return any.parts().stream().allMatch(part -> covers(outer, part));
    }
    if (inner instanceof Language.Exact exact && !exact.ignoreCase()) {
      return exact.texts().stream().allMatch(text -> outer.matches(text) == Verdict.YES);
    }
    if (outer instanceof Language.AnyOf any) {
      return any.parts().stream().anyMatch(part -> covers(part, inner));
    }
    if (inner instanceof Language.AllOf all) {
      return all.parts().stream().anyMatch(part -> covers(outer, part));
    }
    if (outer instanceof Language.Prefix prefix) {
      return beginsWith(inner, prefix);
    }
    if (outer instanceof Language.Suffix suffix) {
      return endsWith(inner, suffix);
    }
    if (outer instanceof Language.Not not) {
      return disjoint(not.part(), inner);
    }
    return outer instanceof Language.Exact wide
        && inner instanceof Language.Exact narrow
        && wide.ignoreCase()
        && wide.texts().containsAll(narrow.texts());
  }

  /** True if the two are seen to have no text in common; false if not seen. */
  static boolean disjoint(Language one, Language other) {
    List<Language> ones = one instanceof Language.AnyOf any ? any.parts() : List.of(one);
    List<Language> others = other instanceof Language.AnyOf any ? any.parts() : List.of(other);
    for (Language a : ones) {
      for (Language b : others) {
        if (!apart(a, b)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean apart(Language one, Language other) {
    if (one instanceof Language.Exact exact && !exact.ignoreCase()) {
      return hasNone(exact.texts(), other);
    }
    if (other instanceof Language.Exact exact && !exact.ignoreCase()) {
      return hasNone(exact.texts(), one);
    }
    if (one instanceof Language.Prefix a && other instanceof Language.Prefix b) {
      boolean ignoreCase = a.ignoreCase() || b.ignoreCase();
      String first = ignoreCase ? Ascii.lower(a.text()) : a.text();
      String second = ignoreCase ? Ascii.lower(b.text()) : b.text();
      return !first.startsWith(second) && !second.startsWith(first);
    }
    if (one instanceof Language.Suffix a && other instanceof Language.Suffix b) {
      boolean ignoreCase = a.ignoreCase() || b.ignoreCase();
      String first = ignoreCase ? Ascii.lower(a.text()) : a.text();
      String second = ignoreCase ? Ascii.lower(b.text()) : b.text();
      return !first.endsWith(second) && !second.endsWith(first);
    }
    return false;
  }

  private static boolean hasNone(Iterable<String> texts, Language language) {
    for (String text : texts) {
      if (language.matches(text) != Verdict.NO) {
        return false;
      }
    }
    return true;
  }

  private static boolean beginsWith(Language inner, Language.Prefix outer) {
    if (inner instanceof Language.Exact exact) {
      return exact.texts().stream().allMatch(text -> begins(text, exact.ignoreCase(), outer));
    }
    return inner instanceof Language.Prefix prefix
        && begins(prefix.text(), prefix.ignoreCase(), outer);
  }

  private static boolean begins(String text, boolean ignoreCase, Language.Prefix outer) {
    if (outer.ignoreCase()) {
      return Ascii.lower(text).startsWith(outer.text());
    }
    return text.startsWith(outer.text()) && !(ignoreCase && Ascii.hasLetter(outer.text()));
  }

  private static boolean endsWith(Language inner, Language.Suffix outer) {
    if (inner instanceof Language.Exact exact) {
      return exact.texts().stream().allMatch(text -> ends(text, exact.ignoreCase(), outer));
    }
    return inner instanceof Language.Suffix suffix
        && ends(suffix.text(), suffix.ignoreCase(), outer);
  }

  private static boolean ends(String text, boolean ignoreCase, Language.Suffix outer) {
    if (outer.ignoreCase()) {
      return Ascii.lower(text).endsWith(outer.text());
    }
    return text.endsWith(outer.text()) && !(ignoreCase && Ascii.hasLetter(outer.text()));
  }
}
