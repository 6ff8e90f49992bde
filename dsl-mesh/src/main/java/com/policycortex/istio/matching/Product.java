package com.policycortex.istio.matching;

import com.policycortex.istio.matching.text.Language;
import com.policycortex.istio.matching.text.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The requests that meet a condition on each of some attributes. */
final class Product {

  /** Every request. */
  static final Product ALL = new Product(new TreeMap<>());

  private final SortedMap<Attribute, Condition> conditions;

  private Product(SortedMap<Attribute, Condition> conditions) {
    this.conditions = Collections.unmodifiableSortedMap(conditions);
  }

  SortedMap<Attribute, Condition> conditions() {
    return conditions;
  }

  /** The requests whose attribute is there and in the language, too. */
  Product where(Attribute attribute, Language language) {
    return where(
        attribute,
        attribute.canBeMany()
            ? new Condition.ManyTexts(List.of(language), Language.none())
            : new Condition.OneText(false, language));
  }

  /** The requests whose attribute is absent, or has no value in the language, too. */
  Product whereNot(Attribute attribute, Language language) {
    return where(
        attribute,
        attribute.canBeMany()
            ? new Condition.ManyTexts(List.of(), language)
            : new Condition.OneText(attribute.canBeAbsent(), language.not()));
  }

  /** The requests whose attribute meets the condition, too. */
  Product where(Attribute attribute, Condition condition) {
    Condition possible = condition;
    if (condition instanceof Condition.OneText one && !attribute.canBeAbsent()) {
      if (one.language().equals(Language.any())) {
        return this;
      }
      possible = new Condition.OneText(false, one.language());
    }
    if (possible.isAny()) {
      return this;
    }
    SortedMap<Attribute, Condition> both = new TreeMap<>(conditions);
    both.merge(attribute, possible, Condition::and);
    return new Product(both);
  }

  /** The requests in both. */
  Product and(Product other) {
    Product both = conditions.size() < other.conditions.size() ? other : this;
    Product rest = both == this ? other : this;
    for (Map.Entry<Attribute, Condition> entry : rest.conditions.entrySet()) {
      both = both.where(entry.getKey(), entry.getValue());
    }
    return both;
  }

  /** Products that have no request in common, and together those that are not in the other. */
  List<Product> minus(Product other) {
    List<Product> pieces = new ArrayList<>();
    Product rest = this;
    for (Map.Entry<Attribute, Condition> entry : other.conditions.entrySet()) {
      for (Condition opposite : entry.getValue().opposites()) {
        pieces.add(rest.where(entry.getKey(), opposite));
      }
      rest = rest.where(entry.getKey(), entry.getValue());
    }
    return pieces;
  }

  Verdict matches(Request request) {
    Verdict all = Verdict.YES;
    for (Map.Entry<Attribute, Condition> entry : conditions.entrySet()) {
      all = all.and(entry.getValue().matches(request.values(entry.getKey())));
      if (all == Verdict.NO) {
        return all;
      }
    }
    return all;
  }

  /** What a search for a request came to. */
  record Found(Verdict verdict, Request request, String reason) {}

  /** A request in this, as plain as can be; the rest of it is the given one's. */
  Found example(Request plain) {
    Request request = plain;
    String reason = "";
    for (Map.Entry<Attribute, Condition> entry : inOrder()) {
      Attribute attribute = entry.getKey();
      Condition condition = entry.getValue();
      if (condition.matches(plain.values(attribute)) == Verdict.YES) {
        continue;
      }
      Condition.Found found = condition.example(attribute.space());
      if (found.verdict() == Verdict.NO) {
        return new Found(Verdict.NO, plain, "");
      }
      if (found.verdict() == Verdict.UNKNOWN) {
        reason = found.reason();
      } else {
        request = request.with(attribute, found.values());
      }
    }
    if (!reason.isEmpty()) {
      return new Found(Verdict.UNKNOWN, plain, reason);
    }
    // Conditions on the path with and without its query are not independent.
    return matches(request) == Verdict.YES
        ? new Found(Verdict.YES, request, "")
        : new Found(
            Verdict.UNKNOWN, plain, "conditions on the path with its query, and on parts of it");
  }

  // The path with its query first: a path and parameters are put into it.
  private List<Map.Entry<Attribute, Condition>> inOrder() {
    if (!conditions.containsKey(Attribute.PATH_AND_QUERY)) {
      return List.copyOf(conditions.entrySet());
    }
    List<Map.Entry<Attribute, Condition>> all = new ArrayList<>(conditions.entrySet());
    all.sort(
        (a, b) ->
            Boolean.compare(
                b.getKey().equals(Attribute.PATH_AND_QUERY),
                a.getKey().equals(Attribute.PATH_AND_QUERY)));
    return all;
  }

  /** {@code path Prefix[…], header x …}. */
  @Override
  public String toString() {
    return conditions.toString();
  }
}
