package com.policycortex.istio.model.telemetry;

/** What happens to a tag. */
public enum TagOperation {
  /** It is added or changed. */
  UPSERT,

  /** It is removed. */
  REMOVE
}
