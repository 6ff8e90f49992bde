package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules for one type of value, and the rule sets for the values within it: the table that a
 * rule is added to.
 */
final class RuleSet<T> {

  // Arrays: every value of a manifest is walked by these.
  private final Rule<? super T>[] rules;
  private final Part<T>[] parts;
  // By the first of the rules that have a condition.
  private final @Nullable Guard<T>[] guards;

  // Arrays have no type parameters; nobody else sees these.
  @SuppressWarnings({"unchecked", "rawtypes"})
  private RuleSet(List<Rule<? super T>> rules, List<Part<T>> parts, Map<Integer, Guard<T>> guards) {
    this.rules = rules.toArray(new Rule[0]);
    this.parts = parts.toArray(new Part[0]);
    this.guards = new Guard[rules.size()];
    guards.forEach((first, guard) -> this.guards[first] = guard);
  }

  static <T> Builder<T> of(Class<T> type) {
    return new Builder<>(type.getSimpleName());
  }

  void check(T value, Report report) {
    for (int i = 0; i < rules.length; i++) {
      Guard<T> guard = guards[i];
      if (guard != null && !guard.condition.test(value)) {
        i = guard.last;
        continue;
      }
      report.begin(rules[i]);
      rules[i].check().check(value, report);
    }
    for (Part<T> part : parts) {
      part.check(value, report);
    }
  }

  /** Adds the rules of this set and of all sets within it. */
  void collect(Set<Rule<?>> all) {
    Collections.addAll(all, rules);
    for (Part<T> part : parts) {
      part.collect(all);
    }
  }

  /** What holds for every value that a rule, up to the last one, could find anything in. */
  private record Guard<T>(Predicate<? super T> condition, int last) {}

  /**
   * The same rules where istiod alone judges, as it does within MeshConfig: what only the API
   * server demands is left out.
   *
   * @param without ids of rules that istiod does not apply there either
   */
  RuleSet<T> byIstiod(Set<String> without) {
    List<Rule<? super T>> kept = new ArrayList<>();
    for (Rule<? super T> rule : rules) {
      if (rule.gate() != Gate.API_SERVER && !without.contains(rule.id())) {
        kept.add(rule.by(Gate.ISTIOD));
      }
    }
    List<Part<T>> within = new ArrayList<>();
    for (Part<T> part : parts) {
      within.add(part.byIstiod(without));
    }
    return new RuleSet<>(kept, within, Map.of());
  }

  private interface Part<T> {
    void check(T value, Report report);

    void collect(Set<Rule<?>> all);

    Part<T> byIstiod(Set<String> without);
  }

  private record Single<T, P>(String field, Function<? super T, P> get, RuleSet<? super P> rules)
      implements Part<T> {
    @Override
    public void check(T value, Report report) {
      P part = get.apply(value);
      report.enter(field, part);
      rules.check(part, report);
      report.leave();
    }

    @Override
    public void collect(Set<Rule<?>> all) {
      rules.collect(all);
    }

    @Override
    public Part<T> byIstiod(Set<String> without) {
      return new Single<>(field, get, rules.byIstiod(without));
    }
  }

  private record Maybe<T, P>(
      String field, Function<? super T, Optional<P>> get, RuleSet<? super P> rules, boolean muted)
      implements Part<T> {
    @Override
    public void check(T value, Report report) {
      Optional<P> part = get.apply(value);
      if (part.isPresent()) {
        report.enter(field, part.get());
        report.mute(muted);
        rules.check(part.get(), report);
        report.unmute(muted);
        report.leave();
      }
    }

    @Override
    public void collect(Set<Rule<?>> all) {
      rules.collect(all);
    }

    @Override
    public Part<T> byIstiod(Set<String> without) {
      return new Maybe<>(field, get, rules.byIstiod(without), muted);
    }
  }

  private record Each<T, P>(
      String field, Function<? super T, List<P>> get, RuleSet<? super P> rules, boolean muted)
      implements Part<T> {
    @Override
    public void check(T value, Report report) {
      List<P> elements = get.apply(value);
      for (int i = 0; i < elements.size(); i++) {
        P element = elements.get(i);
        report.enter(field, i, element);
        report.mute(muted);
        rules.check(element, report);
        report.unmute(muted);
        report.leave();
      }
    }

    @Override
    public void collect(Set<Rule<?>> all) {
      rules.collect(all);
    }

    @Override
    public Part<T> byIstiod(Set<String> without) {
      return new Each<>(field, get, rules.byIstiod(without), muted);
    }
  }

  private record Entries<T, P>(
      String field, Function<? super T, Map<String, P>> get, RuleSet<? super P> rules)
      implements Part<T> {
    @Override
    public void check(T value, Report report) {
      Map<String, P> entries = get.apply(value);
      if (entries.isEmpty()) {
        return;
      }
      for (Map.Entry<String, P> entry : entries.entrySet()) {
        report.enter(field, entry.getKey(), entry.getValue());
        rules.check(entry.getValue(), report);
        report.leave();
      }
    }

    @Override
    public void collect(Set<Rule<?>> all) {
      rules.collect(all);
    }

    @Override
    public Part<T> byIstiod(Set<String> without) {
      return new Entries<>(field, get, rules.byIstiod(without));
    }
  }

  /** Makes a rule set; what is added first is checked first. */
  static final class Builder<T> {
    private final String type;
    private final List<Rule<? super T>> rules = new ArrayList<>();
    private final List<Part<T>> parts = new ArrayList<>();
    private final Map<Integer, Guard<T>> guards = new HashMap<>();

    private Builder(String type) {
      this.type = type;
    }

    /** One rule. */
    Builder<T> rule(Rule<? super T> rule) {
      rules.add(rule);
      return this;
    }

    /** Several rules. */
    Builder<T> rules(List<? extends Rule<? super T>> more) {
      rules.addAll(more);
      return this;
    }

    /** Rules that find nothing unless a condition holds, which is quicker to ask. */
    Builder<T> onlyIf(Predicate<? super T> condition, Consumer<Builder<T>> more) {
      int first = rules.size();
      more.accept(this);
      guards.put(first, new Guard<>(condition, rules.size() - 1));
      return this;
    }

    /** A rule whose violation is refused. */
    Builder<T> error(String id, Gate gate, String hint, Rule.Check<? super T> check) {
      return rule(Rule.error(id, gate, hint, check));
    }

    /** A rule whose violation is accepted with a warning. */
    Builder<T> warning(String id, Gate gate, String hint, Rule.Check<? super T> check) {
      return rule(Rule.warning(id, gate, hint, check));
    }

    /** A part that is always there. */
    <P> Builder<T> always(String field, Function<? super T, P> get, RuleSet<? super P> set) {
      parts.add(new Single<>(field, get, set));
      return this;
    }

    /** A part that may be absent. */
    <P> Builder<T> part(
        String field, Function<? super T, Optional<P>> get, RuleSet<? super P> set) {
      parts.add(new Maybe<>(field, get, set, false));
      return this;
    }

    /** A part whose warnings istiod loses on the way up. */
    <P> Builder<T> partWithoutWarnings(
        String field, Function<? super T, Optional<P>> get, RuleSet<? super P> set) {
      parts.add(new Maybe<>(field, get, set, true));
      return this;
    }

    /** Every element of a list. */
    <P> Builder<T> each(String field, Function<? super T, List<P>> get, RuleSet<? super P> set) {
      parts.add(new Each<>(field, get, set, false));
      return this;
    }

    /** Every element of a list, whose warnings istiod loses on the way up. */
    <P> Builder<T> eachWithoutWarnings(
        String field, Function<? super T, List<P>> get, RuleSet<? super P> set) {
      parts.add(new Each<>(field, get, set, true));
      return this;
    }

    /** Every value of a map. */
    <P> Builder<T> entries(
        String field, Function<? super T, Map<String, P>> get, RuleSet<? super P> set) {
      parts.add(new Entries<>(field, get, set));
      return this;
    }

    RuleSet<T> build() {
      return new RuleSet<>(rules, parts, guards);
    }

    @Override
    public String toString() {
      return "rules for " + type;
    }
  }
}
