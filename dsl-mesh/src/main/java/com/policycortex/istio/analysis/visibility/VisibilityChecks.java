package com.policycortex.istio.analysis.visibility;

import com.policycortex.istio.analysis.check.Check;
import java.util.List;

/** The checks of who sees what. */
public final class VisibilityChecks {

  /** All of them. */
  public static final List<Check<?>> ALL =
      List.of(
          new ExportNamespaceMissing(),
          new RootScope(),
          new RootScopeMissed(),
          new EgressGatewayBypassed(),
          new SidecarModeMissing(),
          new DeprecatedField());

  private VisibilityChecks() {}
}
