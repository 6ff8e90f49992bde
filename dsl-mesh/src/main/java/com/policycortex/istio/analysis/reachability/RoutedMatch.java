package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.mesh.MergedRoutes.MergedRoute;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.StringMatch;
import com.policycortex.istio.model.networking.VirtualService;

/**
 * One match of a rule, or a rule without any.
 *
 * @param service the VirtualService with the hosts
 * @param rule the rule
 * @param match the match's place in the rule; -1 for a rule without any
 */
record RoutedMatch(VirtualService service, MergedRoute rule, int match) {

  /** {@code spec.http[2].match[0]}. */
  String path() {
    return match < 0 ? rule.path() : rule.path() + ".match[" + match + "]";
  }

  /** What knows where it was written. */
  Message holder() {
    return match < 0 ? rule.route() : rule.route().match().get(match);
  }

  /** True if both are matches of one rule. */
  boolean isOfRule(MergedRoute other) {
    return rule.index() == other.index()
        && rule.rootIndex() == other.rootIndex()
        && rule.source().resourceId().equals(other.source().resourceId());
  }

  /** True if it is what istiod takes for a route of everything, as far as it says itself. */
  boolean takesEverything() {
    if (match < 0) {
      return true;
    }
    HttpMatchRequest asks = rule.route().match().get(match);
    boolean path =
        asks.uri().isEmpty()
            || asks.uri().get().equals(StringMatch.prefix("/"))
            || asks.uri().get().equals(StringMatch.regex(".*"));
    return path
        && asks.headers().isEmpty()
        && asks.withoutHeaders().isEmpty()
        && asks.queryParams().isEmpty()
        && asks.method().isEmpty()
        && asks.authority().isEmpty()
        && asks.scheme().isEmpty();
  }
}
