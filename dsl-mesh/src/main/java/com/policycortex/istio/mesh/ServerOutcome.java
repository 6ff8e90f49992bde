package com.policycortex.istio.mesh;

import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.Server;
import java.util.Optional;

/**
 * What becomes of a Gateway's server on one workload, beside the servers of all its Gateways.
 *
 * @param gateway the Gateway
 * @param index the server's place in {@code spec.servers}
 * @param listenPort the port of the workload on which it listens
 * @param verdict whether it is there
 * @param reason why it is not, or with what it is joined; empty where it stands alone
 * @param other the server that came before
 */
public record ServerOutcome(
    Gateway gateway,
    int index,
    long listenPort,
    Verdict verdict,
    String reason,
    Optional<ServerOutcome> other) {

  /** Whether a server is there. */
  public enum Verdict {
    /** It has a listener, or a filter chain, of its own. */
    ALONE,
    /** It shares its routes with an earlier plaintext HTTP server of the port. */
    JOINED,
    /** It is not there: an earlier server is in its way. */
    DROPPED
  }

  /** The server. */
  public Server server() {
    return gateway.servers().get(index);
  }

  /**
   * The name of its routes in Envoy, {@code http.8080}; empty where requests are not looked into.
   */
  public String routeName() {
    return GatewayMerge.route(gateway, server(), listenPort);
  }

  /** True if the workload does not serve it. */
  public boolean isDropped() {
    return verdict == Verdict.DROPPED;
  }

  /** {@code Gateway shop/web servers[0]}. */
  @Override
  public String toString() {
    return gateway.resourceId() + " servers[" + index + "]";
  }
}
