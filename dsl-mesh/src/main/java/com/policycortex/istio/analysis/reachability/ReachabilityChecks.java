package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.analysis.check.Check;
import java.util.List;

/** The checks of what requests get to. */
public final class ReachabilityChecks {

  /** All of them. */
  public static final List<Check<?>> ALL =
      List.of(
          new RuleShadowed(),
          new GatewayRuleShadowed(),
          new MatchUnsatisfiable(),
          new MatchGatewayUnattached(),
          new SourceMatchWithoutMesh(),
          new MatchPortMissing(),
          new RuleKindNotOfPort(),
          new SourceLabelsMissing(),
          new MatchNamespaceMissing(),
          new PrefixWithoutBoundary(),
          new NoDefaultRoute(),
          new WeightZero());

  private ReachabilityChecks() {}
}
