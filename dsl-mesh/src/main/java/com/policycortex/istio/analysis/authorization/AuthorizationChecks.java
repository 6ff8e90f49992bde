package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import java.util.List;

/** The checks of AuthorizationPolicies and RequestAuthentications. */
public final class AuthorizationChecks {

  /** All of them. */
  public static final List<Check<?>> ALL =
      List.of(
          new PolicyWithoutWorkload(),
          new SourceNamespaceMissing(),
          new MethodUnknown(),
          new RequestFieldOnTcpPort(),
          new TcpWorkloadClosed(),
          new PortNotOfWorkload(),
          new PrincipalMissing(),
          new PrincipalMalformed(),
          new TrustDomainUnknown(),
          new IdentityWithoutMutualTls(),
          new IdentityShared(),
          new RequestPrincipalWithoutAuthentication(),
          new ProviderMissing(),
          new DryRun(),
          new TokenNotRequired(),
          new TokenForAnybody(),
          new TokenInUrl(),
          new HostMissing(),
          new NegativeAllow(),
          new AddressBehindGateway(),
          new IssuerUnknown(),
          new AuthorizerBypassed(),
          new WorkloadWithoutPolicy());

  private AuthorizationChecks() {}
}
