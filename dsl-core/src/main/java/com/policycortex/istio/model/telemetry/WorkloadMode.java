package com.policycortex.istio.model.telemetry;

/** On which side of a connection. */
public enum WorkloadMode {
  /** Both. */
  CLIENT_AND_SERVER,

  /** The sender's. */
  CLIENT,

  /** The receiver's. */
  SERVER
}
