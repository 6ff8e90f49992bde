package com.policycortex.istio.model.extensions;

/** Which kind of filter a plugin is. */
public enum PluginType {
  /** HTTP. */
  UNSPECIFIED_PLUGIN_TYPE,

  /** An HTTP filter. */
  HTTP,

  /** A network filter. */
  NETWORK
}
