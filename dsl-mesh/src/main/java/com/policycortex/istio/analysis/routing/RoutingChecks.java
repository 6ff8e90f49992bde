package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import java.util.List;

/** The checks of VirtualServices. */
public final class RoutingChecks {

  /** All of them. */
  public static final List<Check<?>> ALL =
      List.of(new RouteHostMissing(), new RouteSubsetMissing(), new MeshHostConflict());

  private RoutingChecks() {}
}
