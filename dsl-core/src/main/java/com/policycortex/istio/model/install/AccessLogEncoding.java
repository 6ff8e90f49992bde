package com.policycortex.istio.model.install;

/** How access logs are written. */
public enum AccessLogEncoding {
  /** As text. */
  TEXT,

  /** As one JSON object a line. */
  JSON
}
