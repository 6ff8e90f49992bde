package com.policycortex.istio.dsl.ratelimit;

import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;

/**
 * By what of a request it is counted. A request that lacks it is not counted under limits that name
 * it.
 *
 * @see <a
 *     href="https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/route/v3/route_components.proto#config-route-v3-ratelimit-action">RateLimit.Action</a>
 */
public sealed interface RateLimitKey {

  /** The address of the client, as Envoy trusts it: see MeshConfig's {@code gatewayTopology}. */
  static RateLimitKey remoteAddress() {
    return RemoteAddress.REMOTE_ADDRESS;
  }

  /** A header of the request. Clients choose it; do not count by it what they may want to hide. */
  static RateLimitKey header(String name) {
    return new Header(name);
  }

  /**
   * A claim of the token that the proxy has verified; unlike a header, a client cannot choose it.
   * Needs a RequestAuthentication at the same proxy.
   */
  static RateLimitKey claim(String name) {
    return new Claim(name);
  }

  /** The key in the configuration of the rate-limit service. */
  String key();

  /** Envoy's action that makes the key. */
  JsonObject action();

  /** The client's address. */
  enum RemoteAddress implements RateLimitKey {
    /** The only one. */
    REMOTE_ADDRESS;

    @Override
    public String key() {
      return "remote_address";
    }

    @Override
    public JsonObject action() {
      return JsonValue.object().with("remote_address", JsonValue.object());
    }
  }

  /**
   * A header.
   *
   * @param name in lower case
   */
  record Header(String name) implements RateLimitKey {
    @Override
    public String key() {
      return name;
    }

    @Override
    public JsonObject action() {
      return JsonValue.object()
          .with(
              "request_headers",
              JsonValue.object().with("header_name", name).with("descriptor_key", key()));
    }
  }

  /**
   * A claim.
   *
   * @param name as the token names it
   */
  record Claim(String name) implements RateLimitKey {
    @Override
    public String key() {
      return name;
    }

    // Istio's JWT filter leaves the verified payload there.
    @Override
    public JsonObject action() {
      return JsonValue.object()
          .with(
              "metadata",
              JsonValue.object()
                  .with("descriptor_key", key())
                  .with(
                      "metadata_key",
                      JsonValue.object()
                          .with("key", "envoy.filters.http.jwt_authn")
                          .with(
                              "path",
                              JsonValue.array(
                                  JsonValue.object().with("key", "payload"),
                                  JsonValue.object().with("key", name)))));
    }
  }
}
