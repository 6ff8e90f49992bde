package com.policycortex.istio.model.extensions;

/** When an image is fetched. */
public enum PullPolicy {
  /** As the tag suggests. */
  UNSPECIFIED_POLICY,

  /** When it is not there. */
  IfNotPresent,

  /** Each time the plugin is loaded. */
  Always
}
