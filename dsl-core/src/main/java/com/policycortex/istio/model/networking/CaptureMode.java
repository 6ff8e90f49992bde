package com.policycortex.istio.model.networking;

/** How traffic gets to a listener. */
public enum CaptureMode {
  /** As the environment does it. */
  DEFAULT,

  /** By redirected packets. */
  IPTABLES,

  /** The application connects by itself. */
  NONE
}
