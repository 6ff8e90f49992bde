package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.matching.ObviousRequest;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.HttpRoute;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees at once that every match of usual rules is reached: it has a plain request that each match
 * before it refuses by a single condition.
 */
final class ObviouslyReached {

  // Each is held against all before it: many are looked up by the general way.
  private static final int MOST = 24;

  private ObviouslyReached() {}

  /** True if nothing shadows any of the rules' matches; false where that is not seen at once. */
  static boolean areAll(List<HttpRoute> rules) {
    List<HttpMatchRequest> before = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      HttpRoute rule = rules.get(i);
      boolean everything = rule.match().isEmpty();
      boolean last = i == rules.size() - 1;
      if (rule.delegate().isPresent() || (everything && !last)) {
        return false;
      }
      if (everything) {
        return refuse(before, ObviousRequest.ofEverything());
      }
      for (HttpMatchRequest match : rule.match()) {
        if (!match.gateways().isEmpty() || before.size() == MOST) {
          return false;
        }
        boolean reached =
            ObviousRequest.of(match).filter(request -> refuse(before, request)).isPresent();
        if (!reached) {
          return false;
        }
        before.add(match);
      }
    }
    return true;
  }

  private static boolean refuse(List<HttpMatchRequest> before, ObviousRequest request) {
    for (int i = 0; i < before.size(); i++) {
      if (!request.isRefusedBy(before.get(i))) {
        return false;
      }
    }
    return true;
  }
}
