package com.policycortex.istio.analysis.calls;

import com.policycortex.istio.analysis.check.Check;
import java.util.List;

/** The checks along call paths. */
public final class CallChecks {

  /** All of them. */
  public static final List<Check<?>> ALL =
      List.of(
          new RetryAmplification(),
          new TimeoutInversion(),
          new PlaintextClient(),
          new SidecarHidesDependency(),
          new NetworkPolicyRefusesCaller(),
          new NetworkPolicyBlocksTunnel(),
          new NetworkPolicyBlocksControlPlane());

  private CallChecks() {}
}
