package com.policycortex.istio.analysis.injection;

import com.policycortex.istio.analysis.check.Check;
import java.util.List;

/** The checks of who gets a proxy. */
public final class InjectionChecks {

  /** All of them. */
  public static final List<Check<?>> ALL =
      List.of(
          new NamespaceUndecided(),
          new NamespaceLabelsConflict(),
          new RevisionUnknown(),
          new InjectionLabelInvalid(),
          new ImageAutoNotInjected(),
          new InjectorsOverlap(),
          new InjectorServiceMissing(),
          new InjectorUrl(),
          new TrafficExcluded());

  private InjectionChecks() {}
}
