package com.policycortex.istio.model.extensions;

/** What happens when a plugin does not start or breaks. */
public enum FailStrategy {
  /** Requests are refused. */
  FAIL_CLOSE,

  /** Requests go on without it. */
  FAIL_OPEN,

  /** It is started again. */
  FAIL_RELOAD
}
