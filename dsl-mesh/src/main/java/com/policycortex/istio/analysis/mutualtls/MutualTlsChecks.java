package com.policycortex.istio.analysis.mutualtls;

import com.policycortex.istio.analysis.check.Check;
import java.util.List;

/** The checks of mutual TLS. */
public final class MutualTlsChecks {

  /** All of them. */
  public static final List<Check<?>> ALL =
      List.of(
          new ClientServerMismatch(),
          new PlaintextHole(),
          new PortNotOfWorkload(),
          new PolicyOutranked(),
          new SelectorInRootNamespace(),
          new StrictWithoutClientTls(),
          new ProbeRefused(),
          new MutualTlsToExternal());

  private MutualTlsChecks() {}
}
