package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import java.util.List;

/** The checks of the Gateway API. */
public final class GatewayApiChecks {

  /** All of them. */
  public static final List<Check<?>> ALL =
      List.of(
          new ListenerConflict(),
          new AddressConflict(),
          new ListenerTwice(),
          new ClassMissing(),
          new CertificateUnusable(),
          new RouteParentKind(),
          new RouteParentMissing(),
          new RouteServiceMissing(),
          new RouteHostNotServed(),
          new RouteBackendMissing(),
          new GrantNamespaceMissing(),
          new DefinitionTooOld(),
          new SelectorOfApiGateway(),
          new TargetMissing(),
          new NegativeCondition(),
          new VirtualServiceBesideRoute(),
          new VirtualServiceOnApiGateway(),
          new RouteRuleShadowed(),
          new RouteNameTwice(),
          new RoutePortOutranked(),
          new RouteWithoutBackend(),
          new RedirectNotAlone(),
          new RouteKindNotOfPort());

  private GatewayApiChecks() {}
}
