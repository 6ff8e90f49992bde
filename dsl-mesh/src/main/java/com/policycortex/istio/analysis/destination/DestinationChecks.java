package com.policycortex.istio.analysis.destination;

import com.policycortex.istio.analysis.check.Check;
import java.util.List;

/** The checks of DestinationRules. */
public final class DestinationChecks {

  /** All of them. */
  public static final List<Check<?>> ALL = List.of(new HostSubsetConflict());

  private DestinationChecks() {}
}
