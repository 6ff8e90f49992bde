package com.policycortex.istio.model.networking;

/** How a redirect finds its port. */
public enum RedirectPortSelection {
  /** 80 for http, 443 for https. */
  FROM_PROTOCOL_DEFAULT,

  /** The port of the request. */
  FROM_REQUEST_PORT
}
