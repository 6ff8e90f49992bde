package com.policycortex.istio.analysis.destination;

import com.policycortex.istio.analysis.check.Check;
import java.util.List;

/** The checks of DestinationRules. */
public final class DestinationChecks {

  /** All of them. */
  public static final List<Check<?>> ALL =
      List.of(
          new HostMissing(),
          new HostSubsetConflict(),
          new SubsetWithoutWorkload(),
          new SubsetWithoutLabels(),
          new SubsetPolicyUnused(),
          new PortLevelDropsSettings(),
          new PortNotOnHost(),
          new OwnerRuleHidden(),
          new WildcardRuleHidden(),
          new RuleForNobody(),
          new RuleWithoutEffect(),
          new OutlierEjectsAll(),
          new HashSplitByWeight(),
          new PoolTiny(),
          new LocalityWithoutOutlierDetection(),
          new TlsWithoutCa(),
          new SelectorOfServer());

  private DestinationChecks() {}
}
