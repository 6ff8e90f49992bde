package com.policycortex.istio.model.extensions;

/** Where a variable's value comes from. */
public enum EnvValueSource {
  /** It stands here. */
  INLINE,

  /** The proxy's environment. */
  HOST
}
