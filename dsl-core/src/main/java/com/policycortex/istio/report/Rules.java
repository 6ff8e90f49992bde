package com.policycortex.istio.report;

import java.util.Optional;

/** Knows what ids of findings stand for. */
@FunctionalInterface
public interface Rules {

  /** Knows none: a report says what the findings say themselves. */
  Rules NONE = id -> Optional.empty();

  /** What an id stands for, if that is known. */
  Optional<RuleDescription> describe(String id);
}
