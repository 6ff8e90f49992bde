package com.policycortex.istio.analysis.installation;

import com.policycortex.istio.analysis.check.Check;
import java.util.List;

/** The checks of an installation. */
public final class InstallationChecks {

  /** All of them. */
  public static final List<Check<?>> ALL =
      List.of(new JwksFetchUnrestricted(), new NetworkRegistryUnknown(), new DefinitionRemoved());

  private InstallationChecks() {}
}
