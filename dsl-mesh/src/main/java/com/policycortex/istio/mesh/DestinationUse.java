package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.networking.Destination;

/**
 * A place in a VirtualService that names a destination.
 *
 * @param path the destination's field, for example {@code spec.http[0].route[1].destination}
 * @param destination what is named
 * @param use how traffic gets there
 * @param rule the index of the rule within its list
 * @param holder the rule, for its place
 */
public record DestinationUse(
    String path, Destination destination, Use use, int rule, Message holder) {

  /** How traffic gets to a destination. */
  public enum Use {
    /** A route of {@code http}. */
    HTTP,
    /** A route of {@code tls}. */
    TLS,
    /** A route of {@code tcp}. */
    TCP,
    /** A copy of a request. */
    MIRROR;

    /** True for a copy of the traffic. */
    public boolean isMirror() {
      return this == MIRROR;
    }
  }
}
