package com.policycortex.istio.analysis.gateways;

import com.policycortex.istio.analysis.check.Check;
import java.util.List;

/** The checks of Gateways. */
public final class GatewayChecks {

  /** All of them. */
  public static final List<Check<?>> ALL =
      List.of(
          new SelectorWithoutWorkload(),
          new PortNotOnService(),
          new CredentialMissing(),
          new ServerConflict(),
          new CertificateShared(),
          new PlainHttpBesideTls(),
          new TlsVersionOld(),
          new ServerUnused(),
          new HostOnGatewayTwice(),
          new SecretUnusable());

  private GatewayChecks() {}
}
