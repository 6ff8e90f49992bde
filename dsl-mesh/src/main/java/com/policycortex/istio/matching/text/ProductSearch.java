package com.policycortex.istio.matching.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the shortest text in a language: all its automata read the same text side by side, and
 * the language's ands, ors and nots are asked of where they got to. Nothing is built that a text
 * does not lead to, and the work has a limit.
 */
final class ProductSearch {

  private static final long MOST_WORK = 2_000_000;
  private static final int MOST_MACHINES = 200;
  private static final String NICE =
      "abcdefghijklmnopqrstuvwxyz0123456789/-._ABCDEFGHIJKLMNOPQRSTUVWXYZ~";

  // Where each machine is.
  private static final class Place {
    private final int[] states;

    Place(int[] states) {
      this.states = states;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Place place && Arrays.equals(states, place.states);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(states);
    }
  }

  // How a text got to a place.
  private record Step(Place from, int codePoint) {}

  private final Language language;
  private final Map<Language, Integer> index = new LinkedHashMap<>();
  private final List<Machine> machines = new ArrayList<>();
  private final Map<Place, Step> reached = new HashMap<>();
  private long work;

  private ProductSearch(Language language) throws TooLargeException {
    this.language = language;
    collect(language);
  }

  static Example example(Language language) {
    try {
      return new ProductSearch(language).search();
    } catch (TooLargeException e) {
      return new Example.Undecided(String.valueOf(e.getMessage()));
    }
  }

  /** Why nothing is known of a language: the first expression in it that cannot be read. */
  static Example.Undecided undecided(Language language) {
    if (language instanceof Regex regex) {
      return new Example.Undecided(regex.problem());
    }
    List<Language> parts =
        language instanceof Language.AllOf all
            ? all.parts()
            : language instanceof Language.AnyOf any
                ? any.parts()
                : language instanceof Language.Not not ? List.of(not.part()) : List.of();
    for (Language part : parts) {
      Example.Undecided undecided = undecided(part);
      if (!undecided.reason().isEmpty()) {
        return undecided;
      }
    }
    return new Example.Undecided("");
  }

  private void collect(Language part) throws TooLargeException {
    if (part instanceof Language.AllOf all) {
      for (Language each : all.parts()) {
        collect(each);
      }
    } else if (part instanceof Language.AnyOf any) {
      for (Language each : any.parts()) {
        collect(each);
      }
    } else if (part instanceof Language.Not not) {
      collect(not.part());
    } else if (!index.containsKey(part)) {
      if (machines.size() == MOST_MACHINES) {
        throw new TooLargeException("too many expressions at once");
      }
      index.put(part, machines.size());
      machines.add(machine(part));
    }
  }

  private static Machine machine(Language leaf) throws TooLargeException {
    return new Machine(leaf instanceof Regex regex ? regex.nfa() : Nfa.of(expression(leaf)));
  }

  private static Expression expression(Language leaf) throws TooLargeException {
    if (leaf instanceof Language.Exact exact) {
      long length = exact.texts().stream().mapToLong(String::length).sum();
      limit(length);
      return new Expression.Choice(
          exact.texts().stream().map(text -> literal(text, exact.ignoreCase())).toList());
    }
    if (leaf instanceof Language.Prefix prefix) {
      limit(prefix.text().length());
      return new Expression.Sequence(
          List.of(literal(prefix.text(), prefix.ignoreCase()), Expression.all()));
    }
    Language.Suffix suffix = (Language.Suffix) leaf;
    limit(suffix.text().length());
    return new Expression.Sequence(
        List.of(Expression.all(), literal(suffix.text(), suffix.ignoreCase())));
  }

  private static void limit(long length) throws TooLargeException {
    if (length > 10_000) {
      throw new TooLargeException("the texts are too long");
    }
  }

  private static Expression literal(String text, boolean ignoreCase) {
    return ignoreCase ? Expression.literalIgnoringCase(text) : Expression.literal(text);
  }

  private Example search() throws TooLargeException {
    Place start = start();
    Deque<Place> open = new ArrayDeque<>(List.of(start));
    reached.put(start, new Step(start, -1));
    while (!open.isEmpty()) {
      Place place = open.remove();
      if (accepts(language, place)) {
        return new Example.Found(textTo(place));
      }
      for (Map.Entry<Place, Integer> next : steps(place).entrySet()) {
        if (!reached.containsKey(next.getKey())) {
          reached.put(next.getKey(), new Step(place, next.getValue()));
          if (future(language, next.getKey()) != Verdict.NO) {
            open.add(next.getKey());
          }
        }
      }
    }
    return Example.None.NONE;
  }

  private Place start() throws TooLargeException {
    int[] states = new int[machines.size()];
    for (int i = 0; i < states.length; i++) {
      states[i] = machines.get(i).start();
    }
    return new Place(states);
  }

  private boolean accepts(Language part, Place place) {
    if (part instanceof Language.AllOf all) {
      return all.parts().stream().allMatch(each -> accepts(each, place));
    }
    if (part instanceof Language.AnyOf any) {
      return any.parts().stream().anyMatch(each -> accepts(each, place));
    }
    if (part instanceof Language.Not not) {
      return !accepts(not.part(), place);
    }
    int machine = index.getOrDefault(part, 0);
    return machines.get(machine).accepts(place.states[machine]);
  }

  // Whether every text from here on is in, or none.
  private Verdict future(Language part, Place place) throws TooLargeException {
    Verdict verdict;
    if (part instanceof Language.AllOf all) {
      verdict = Verdict.YES;
      for (Language each : all.parts()) {
        verdict = verdict.and(future(each, place));
      }
    } else if (part instanceof Language.AnyOf any) {
      verdict = Verdict.NO;
      for (Language each : any.parts()) {
        verdict = verdict.or(future(each, place));
      }
    } else if (part instanceof Language.Not not) {
      verdict = future(not.part(), place).not();
    } else {
      int machine = index.getOrDefault(part, 0);
      int state = place.states[machine];
      verdict =
          state == Machine.DEAD
              ? Verdict.NO
              : machines.get(machine).acceptsAll(state) ? Verdict.YES : Verdict.UNKNOWN;
    }
    return verdict;
  }

  // Each place that one code point leads to, with the nicest of those; the nicest place first.
  private Map<Place, Integer> steps(Place place) throws TooLargeException {
    TreeSet<Integer> borders = new TreeSet<>();
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < machines.size(); i++) {
      machines.get(i).borders(place.states[i], found);
    }
    borders.add(1);
    borders.addAll(found);
    List<Integer> firsts = new ArrayList<>(borders);
    Map<Place, Integer> nicest = new HashMap<>();
    for (int i = 0; i < firsts.size(); i++) {
      int last = i + 1 < firsts.size() ? firsts.get(i + 1) - 1 : Character.MAX_CODE_POINT;
      int codePoint = nicest(firsts.get(i), last);
      work += machines.size() + 1;
      if (work > MOST_WORK) {
        throw new TooLargeException("the search would take too many steps");
      }
      if (codePoint >= 0) {
        nicest.merge(next(place, codePoint), codePoint, ProductSearch::nicer);
      }
    }
    Map<Place, Integer> sorted = new LinkedHashMap<>();
    nicest.entrySet().stream()
        .sorted((a, b) -> Long.compare(rank(a.getValue()), rank(b.getValue())))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private Place next(Place place, int codePoint) throws TooLargeException {
    int[] states = new int[machines.size()];
    for (int i = 0; i < states.length; i++) {
      states[i] = machines.get(i).next(place.states[i], codePoint);
    }
    return new Place(states);
  }

  private String textTo(Place end) {
    StringBuilder reversed = new StringBuilder();
    Place place = end;
    while (true) {
      Step step = reached.get(place);
      if (step == null || step.codePoint() < 0) {
        return reversed.reverse().toString();
      }
      reversed.append(new StringBuilder(Character.toString(step.codePoint())).reverse());
      place = step.from();
    }
  }

  private static int nicer(int one, int other) {
    return rank(one) <= rank(other) ? one : other;
  }

  private static long rank(int codePoint) {
    int nice = NICE.indexOf(codePoint);
    if (nice >= 0) {
      return nice;
    }
    boolean visible = codePoint > ' ' && codePoint < 0x7F;
    return (visible ? 1_000L : 10_000_000L) + codePoint;
  }

  // The nicest code point between the two, -1 if no text has one of them.
  private static int nicest(int first, int last) {
    for (int i = 0; i < NICE.length(); i++) {
      if (NICE.charAt(i) >= first && NICE.charAt(i) <= last) {
        return NICE.charAt(i);
      }
    }
    for (int[] range : CodePoints.range(Math.max(first, '!'), last).ranges()) {
      return range[0];
    }
    for (int[] range : CodePoints.range(first, last).ranges()) {
      return range[0];
    }
    return -1;
  }
}
