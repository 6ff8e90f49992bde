package com.policycortex.istio.dsl;

/**
 * A port of a service.
 *
 * @param name the port's name; Istio reads the protocol from its prefix
 * @param number 1 to 65535
 * @param protocol what is spoken there, an {@code appProtocol} of Kubernetes: {@code http}, {@code
 *     http2}, {@code grpc}, {@code tcp}, {@code redis}, …
 */
public record PortRef(String name, int number, String protocol) {

  /** {@code http 8080}. */
  @Override
  public String toString() {
    return name + " " + number;
  }
}
