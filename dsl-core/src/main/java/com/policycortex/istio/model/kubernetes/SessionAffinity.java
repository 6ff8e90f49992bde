package com.policycortex.istio.model.kubernetes;

/** Whether a client keeps to one pod. */
public enum SessionAffinity {
  /** It does not. */
  None,

  /** By its address. */
  ClientIP
}
