package com.policycortex.istio.analysis;

import com.policycortex.istio.analysis.access.AccessChecks;
import com.policycortex.istio.analysis.ambient.AmbientChecks;
import com.policycortex.istio.analysis.annotations.AnnotationChecks;
import com.policycortex.istio.analysis.authorization.AuthorizationChecks;
import com.policycortex.istio.analysis.calls.CallChecks;
import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.destination.DestinationChecks;
import com.policycortex.istio.analysis.extensions.ExtensionChecks;
import com.policycortex.istio.analysis.gatewayapi.GatewayApiChecks;
import com.policycortex.istio.analysis.gateways.GatewayChecks;
import com.policycortex.istio.analysis.injection.InjectionChecks;
import com.policycortex.istio.analysis.installation.InstallationChecks;
import com.policycortex.istio.analysis.mutualtls.MutualTlsChecks;
import com.policycortex.istio.analysis.reachability.ReachabilityChecks;
import com.policycortex.istio.analysis.registry.RegistryChecks;
import com.policycortex.istio.analysis.routing.RoutingChecks;
import com.policycortex.istio.analysis.telemetry.TelemetryChecks;
import com.policycortex.istio.analysis.visibility.VisibilityChecks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every check there is. */
public final class Checks {

  private static final List<Check<?>> ALL =
      Stream.of(
              RoutingChecks.ALL,
              ReachabilityChecks.ALL,
              DestinationChecks.ALL,
              GatewayChecks.ALL,
              MutualTlsChecks.ALL,
              AuthorizationChecks.ALL,
              RegistryChecks.ALL,
              AccessChecks.ALL,
              InjectionChecks.ALL,
              AnnotationChecks.ALL,
              TelemetryChecks.ALL,
              ExtensionChecks.ALL,
              VisibilityChecks.ALL,
              CallChecks.ALL,
              InstallationChecks.ALL,
              GatewayApiChecks.ALL,
              AmbientChecks.ALL)
          .<Check<?>>flatMap(List::stream)
          .toList();

  private Checks() {}

  /** All of them, area by area. */
  public static List<Check<?>> all() {
    return ALL;
  }

  /** The check of this id. */
  public static Optional<Check<?>> find(String id) {
    return ALL.stream().filter(check -> check.info().id().equals(id)).findFirst();
  }
}
