package com.policycortex.istio.model.extensions;

/** On which side of a connection. */
public enum TrafficMode {
  /** Both. */
  UNDEFINED,

  /** The sender's. */
  CLIENT,

  /** The receiver's. */
  SERVER,

  /** Both. */
  CLIENT_AND_SERVER
}
