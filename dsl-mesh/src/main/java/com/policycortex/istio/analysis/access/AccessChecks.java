package com.policycortex.istio.analysis.access;

import com.policycortex.istio.analysis.check.Check;
import java.util.List;

/** The checks of AuthorizationPolicies as sets of requests. */
public final class AccessChecks {

  /** All of them. */
  public static final List<Check<?>> ALL =
      List.of(
          new AllowDead(),
          new AllowCovered(),
          new OrInsteadOfAnd(),
          new RuleUnsatisfiable(),
          new DenyBypass());

  private AccessChecks() {}
}
