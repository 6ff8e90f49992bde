package com.policycortex.istio.model.networking;

/** What part of Envoy's configuration a patch changes. */
public enum ApplyTo {
  /** None. */
  INVALID,

  /** A listener. */
  LISTENER,

  /** A filter chain. */
  FILTER_CHAIN,

  /** A network filter. */
  NETWORK_FILTER,

  /** An HTTP filter. */
  HTTP_FILTER,

  /** A route configuration. */
  ROUTE_CONFIGURATION,

  /** A virtual host. */
  VIRTUAL_HOST,

  /** A route. */
  HTTP_ROUTE,

  /** A cluster. */
  CLUSTER,

  /** An extension's configuration. */
  EXTENSION_CONFIG,

  /** The bootstrap. */
  BOOTSTRAP,

  /** A listener filter. */
  LISTENER_FILTER
}
