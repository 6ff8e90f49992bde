package com.policycortex.istio.matching;

import com.policycortex.istio.matching.text.Language;
import com.policycortex.istio.matching.text.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Sets of requests in the order in which they are tried: the first that holds a request takes it.
 *
 * <p>A request is looked up by the texts that sets name: who asks for one path or one value of a
 * header is found by it, who asks for a prefix by the prefix. Only the others are tried one by one.
 *
 * @param <T> what each set stands for
 */
public final class FirstMatch<T> {

  // A product, and the position of the set that it is of.
  private record Entry(int position, Product product) {}

  private final List<T> values = new ArrayList<>();
  private final List<RequestSet> sets = new ArrayList<>();
  private final Map<Attribute, Map<String, List<Entry>>> exact = new HashMap<>();
  private final Map<Attribute, Prefixes> prefixes = new HashMap<>();
  private final List<Entry> others = new ArrayList<>();
  private final Map<Integer, String> unread = new HashMap<>();
  // Set when a set holds every request: none behind it is ever the first.
  private boolean complete;

  private FirstMatch() {}

  /** The order of these sets, as they come. */
  public static <T> FirstMatch<T> of(List<T> values, List<RequestSet> sets) {
    FirstMatch<T> order = new FirstMatch<>();
    for (int i = 0; i < values.size(); i++) {
      order.values.add(values.get(i));
      order.add(i, sets.get(i));
    }
    return order;
  }

  /** How many sets there are. */
  public int size() {
    return values.size();
  }

  /** What the set at this position stands for. */
  public T value(int position) {
    return values.get(position);
  }

  /** Who takes the request: the first position that holds it; nobody if none does. */
  public Optional<Integer> first(Request request) {
    int first = size();
    for (Entry entry : candidates(request)) {
      if (entry.position() < first && entry.product().matches(request) == Verdict.YES) {
        first = entry.position();
      }
    }
    return first == size() ? Optional.empty() : Optional.of(first);
  }

  /**
   * What of the set at this position is left by those before it.
   *
   * @param position the set
   * @param plain what a request is like where nothing is asked of it
   */
  public Reach reach(int position, Request plain) {
    NavigableSet<Integer> takers = new TreeSet<>();
    RequestSet.Answer left =
        sets.get(position).rest(request -> taker(request, position, takers), plain);
    RequestSet.Answer any = left.verdict() == Verdict.NO ? sets.get(position).example(plain) : left;
    return new Reach(left, any, Collections.unmodifiableNavigableSet(takers));
  }

  private RequestSet.@Nullable Taker taker(
      Request request, int before, NavigableSet<Integer> takers) {
    Entry first = null;
    Entry unsure = null;
    for (Entry entry : candidates(request)) {
      if (entry.position() < before && (first == null || entry.position() < first.position())) {
        Verdict verdict = entry.product().matches(request);
        if (verdict == Verdict.YES) {
          first = entry;
        } else if (verdict == Verdict.UNKNOWN) {
          unsure = entry;
        }
      }
    }
    if (first != null) {
      takers.add(first.position());
      return new RequestSet.Taker(Verdict.YES, first.product(), "");
    }
    if (unsure != null) {
      return new RequestSet.Taker(
          Verdict.UNKNOWN, unsure.product(), "an expression cannot be read");
    }
    for (Map.Entry<Integer, String> entry : unread.entrySet()) {
      if (entry.getKey() < before) {
        return new RequestSet.Taker(Verdict.UNKNOWN, Product.ALL, entry.getValue());
      }
    }
    return null;
  }

  private void add(int position, RequestSet set) {
    sets.add(set);
    if (!set.unread().isEmpty()) {
      unread.put(position, set.unread());
    }
    if (complete) {
      return;
    }
    for (Product product : set.products()) {
      complete |= product.conditions().isEmpty();
      Entry entry = new Entry(position, product);
      Attribute key = exactKey(product);
      if (key != null) {
        Map<String, List<Entry>> byText = exact.computeIfAbsent(key, k -> new HashMap<>());
        for (String text : exactTexts(product.conditions().get(key))) {
          byText.computeIfAbsent(text, t -> new ArrayList<>()).add(entry);
        }
        continue;
      }
      String prefix = prefix(product.conditions().get(Attribute.PATH));
      if (prefix.length() > 1) {
        prefixes.computeIfAbsent(Attribute.PATH, k -> new Prefixes()).add(prefix, entry);
      } else {
        others.add(entry);
      }
    }
  }

  private List<Entry> candidates(Request request) {
    List<Entry> all = new ArrayList<>(others);
    for (Attribute attribute : request.attributes()) {
      Map<String, List<Entry>> byText = exact.get(attribute);
      Prefixes byPrefix = prefixes.get(attribute);
      if (byText != null || byPrefix != null) {
        for (String text : request.values(attribute)) {
          if (byText != null) {
            all.addAll(byText.getOrDefault(text, List.of()));
          }
          if (byPrefix != null) {
            byPrefix.addAll(text, all);
          }
        }
      }
    }
    return all;
  }

  // The attribute by which a product is found; few values tell little.
  private static @Nullable Attribute exactKey(Product product) {
    Attribute best = null;
    for (Map.Entry<Attribute, Condition> entry : product.conditions().entrySet()) {
      boolean tells =
          switch (entry.getKey().kind()) {
            case PATH, HEADER, AUTHORITY, CLAIM, PRINCIPAL, SNI -> true;
            default -> false;
          };
      if (tells && !exactTexts(entry.getValue()).isEmpty()) {
        if (entry.getKey().equals(Attribute.PATH)) {
          return Attribute.PATH;
        }
        best = best == null ? entry.getKey() : best;
      }
    }
    return best;
  }

  // The texts of which an attribute must have one; none if there are others.
  private static List<String> exactTexts(@Nullable Condition condition) {
    if (condition instanceof Condition.OneText one && !one.absent()) {
      return exactTexts(one.language());
    }
    return condition instanceof Condition.ManyTexts many && !many.some().isEmpty()
        ? exactTexts(many.some().get(0))
        : List.of();
  }

  private static List<String> exactTexts(Language language) {
    if (language instanceof Language.AllOf all) {
      for (Language part : all.parts()) {
        List<String> texts = exactTexts(part);
        if (!texts.isEmpty()) {
          return texts;
        }
      }
    }
    return language instanceof Language.Exact exact && !exact.ignoreCase()
        ? List.copyOf(exact.texts())
        : List.of();
  }

  private static String prefix(@Nullable Condition condition) {
    return condition instanceof Condition.OneText one
            && !one.absent()
            && one.language() instanceof Language.Prefix prefix
            && !prefix.ignoreCase()
        ? prefix.text()
        : "";
  }

  /** Entries by the prefix that they ask for. */
  private static final class Prefixes {
    private final Map<String, List<Entry>> byPrefix = new HashMap<>();
    private final NavigableSet<Integer> lengths = new TreeSet<>();

    void add(String prefix, Entry entry) {
      byPrefix.computeIfAbsent(prefix, p -> new ArrayList<>()).add(entry);
      lengths.add(prefix.length());
    }

    void addAll(String text, List<Entry> all) {
      for (int length : lengths.headSet(text.length(), true)) {
        all.addAll(byPrefix.getOrDefault(text.substring(0, length), List.of()));
      }
    }
  }

  /**
   * What is left of a set by those before it.
   *
   * @param left whether anything is, with a request that shows it
   * @param any whether the set holds a request at all; where nothing is left, one that is taken
   * @param takers the positions of those that take of it, as far as they were met
   */
  public record Reach(
      RequestSet.Answer left, RequestSet.Answer any, NavigableSet<Integer> takers) {}
}
