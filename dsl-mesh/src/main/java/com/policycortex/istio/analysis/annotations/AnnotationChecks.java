package com.policycortex.istio.analysis.annotations;

import com.policycortex.istio.analysis.check.Check;
import java.util.List;

/** The checks of annotations. */
public final class AnnotationChecks {

  /** All of them. */
  public static final List<Check<?>> ALL =
      List.of(
          new AnnotationUnknown(),
          new AnnotationMisplaced(),
          new AnnotationInvalid(),
          new AnnotationDeprecated());

  private AnnotationChecks() {}
}
