package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import java.util.List;

/** The checks of VirtualServices. */
public final class RoutingChecks {

  /** All of them. */
  public static final List<Check<?>> ALL =
      List.of(
          new RouteHostMissing(),
          new RoutePortMissing(),
          new RoutePortAmbiguous(),
          new RouteSubsetMissing(),
          new MirrorHostMissing(),
          new MirrorToItself(),
          new GatewayMissing(),
          new HostNotOnGateway(),
          new RouteKindNotServed(),
          new MeshHostConflict(),
          new DelegateBroken(),
          new DelegateOrphan(),
          new RouteWeightAlone(),
          new RouteDestinationTwice(),
          new RewriteSlash(),
          new FaultForEverybody(),
          new HeaderNameCase(),
          new RetriesBeyondTimeout(),
          new RetryNotIdempotent(),
          new IngressSubsetIgnored(),
          new ClaimRouteWithoutAuthentication(),
          new GatewayInternal(),
          new HostForAll(),
          new MirrorSubsetMissing());

  private RoutingChecks() {}
}
