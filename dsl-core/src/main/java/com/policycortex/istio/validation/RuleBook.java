package com.policycortex.istio.validation;

import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;

/** The rules of every kind. */
final class RuleBook {

  private static final IdentityHashMap<Kind<?>, KindRules<?>> KINDS = new IdentityHashMap<>();

  static {
    put(VirtualService.KIND, VirtualService.class, VirtualServiceRules.RULES);
    put(DestinationRule.KIND, DestinationRule.class, DestinationRuleRules.RULES);
  }

  private RuleBook() {}

  static void check(Manifest manifest, Report report) {
    MetadataRules.RULES.check(manifest, report);
    KindRules<?> rules = KINDS.get(manifest.kind());
    if (rules != null) {
      report.enter("spec", manifest);
      rules.check(manifest, report);
      report.leave();
    }
  }

  /** Every rule there is. */
  static Set<Rule<?>> rules() {
    Set<Rule<?>> all = new LinkedHashSet<>();
    all.add(DuplicateRules.DUPLICATE);
    MetadataRules.RULES.collect(all);
    KINDS.values().forEach(kind -> kind.rules().collect(all));
    return all;
  }

  private static <M extends Manifest> void put(Kind<M> kind, Class<M> type, RuleSet<M> rules) {
    KINDS.put(kind, new KindRules<>(type, rules));
  }

  private record KindRules<M extends Manifest>(Class<M> type, RuleSet<M> rules) {
    void check(Manifest manifest, Report report) {
      rules.check(type.cast(manifest), report);
    }
  }
}
