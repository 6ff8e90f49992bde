package com.policycortex.istio.analysis.ambient;

import com.policycortex.istio.analysis.check.Check;
import java.util.List;

/** The checks of ambient mode. */
public final class AmbientChecks {

  /** All of them. */
  public static final List<Check<?>> ALL =
      List.of(
          new AuthorizationWithoutTarget(),
          new WaypointNotLetIn(),
          new PolicyWithoutTarget(),
          new TargetWithoutWaypoint(),
          new RoutingWithoutWaypoint(),
          new RoutingInOtherNamespace(),
          new SourceLabelsIgnored(),
          new WaypointMissing(),
          new WaypointNotForServices(),
          new WaypointNotForWorkloads(),
          new WaypointWithoutAmbient(),
          new SidecarInAmbientNamespace(),
          new SidecarResourceForAmbient());

  private AmbientChecks() {}
}
