package com.policycortex.istio.dsl.ratelimit;

import com.policycortex.istio.model.networking.ApplyTo;
import com.policycortex.istio.model.networking.EnvoyConfigObjectMatch;
import com.policycortex.istio.model.networking.EnvoyConfigObjectPatch;
import com.policycortex.istio.model.networking.EnvoyObjectMatch;
import com.policycortex.istio.model.networking.FilterChainMatch;
import com.policycortex.istio.model.networking.FilterMatch;
import com.policycortex.istio.model.networking.ListenerMatch;
import com.policycortex.istio.model.networking.Patch;
import com.policycortex.istio.model.networking.PatchContext;
import com.policycortex.istio.model.networking.PatchOperation;
import com.policycortex.istio.model.networking.SubFilterMatch;
import com.policycortex.istio.wire.JsonValue.JsonObject;

/** The changes of Envoy's configuration that both kinds of limits make. */
final class RateLimitPatches {

  /**
   * Behind Istio's own filters, and said outright: a relative change of priority 0 may get lost.
   */
  static final int PRIORITY = 10;

  private RateLimitPatches() {}

  /** An HTTP filter in front of the router, behind authentication and authorization. */
  static EnvoyConfigObjectPatch httpFilter(PatchContext context, JsonObject filter) {
    return EnvoyConfigObjectPatch.envoyConfigObjectPatch()
        .applyTo(ApplyTo.HTTP_FILTER)
        .match(
            EnvoyConfigObjectMatch.envoyConfigObjectMatch()
                .context(context)
                .objectTypes(new EnvoyObjectMatch.Listener(beforeTheRouter())))
        .patch(Patch.patch().operation(PatchOperation.INSERT_BEFORE).value(filter));
  }

  private static ListenerMatch beforeTheRouter() {
    return ListenerMatch.listenerMatch()
        .filterChain(
            FilterChainMatch.filterChainMatch()
                .filter(
                    FilterMatch.filterMatch()
                        .name("envoy.filters.network.http_connection_manager")
                        .subFilter(
                            SubFilterMatch.subFilterMatch().name("envoy.filters.http.router"))));
  }
}
