package com.policycortex.istio.model.mesh;

/** How access logs are written. */
public enum AccessLogEncoding {
  /** As text. */
  TEXT,

  /** As one JSON object a line. */
  JSON
}
