package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import java.util.List;

/** The checks of what proxies know and reach: services, Sidecars, namespaces, workloads. */
public final class RegistryChecks {

  /** All of them. */
  public static final List<Check<?>> ALL =
      List.of(
          new PortProtocolUnknown(),
          new ExternalNamePort(),
          new TargetPortMissing(),
          new ServiceWithoutWorkload(),
          new ServicesDisagree(),
          new ReservedPort(),
          new ReservedUser(),
          new EntryTwice(),
          new EntryShadowsService(),
          new EntryTakesAllOfPort(),
          new HttpOnTlsPort(),
          new TlsTwice(),
          new TlsToPlainPort(),
          new SelectorlessSidecarDuplicate(),
          new SidecarSelector(),
          new SidecarRootSelector(),
          new EgressHostMissing(),
          new EgressNamespaceMissing(),
          new MixedWorkloads(),
          new WorkloadGroupAccountMissing(),
          new WorkloadGroupDuplicate(),
          new EndpointWithoutIdentity());

  private RegistryChecks() {}
}
