package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.networking.Destination;

/**
 * A place in a VirtualService that names a destination.
 *
 * @param destination what is named
 * @param use how traffic gets there
 * @param rule the index of the rule within its list
 * @param index the index within the rule's list; -1 for {@code mirror}, which is none
 * @param holder the rule, for its place
 */
public record DestinationUse(
    Destination destination, Use use, int rule, int index, Message holder) {

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

  /** The destination's field, for example {@code spec.http[0].route[1].destination}. */
  public String path() {
    return switch (use) {
      case HTTP -> "spec.http[" + rule + "].route[" + index + "].destination";
      case TLS -> "spec.tls[" + rule + "].route[" + index + "].destination";
      case TCP -> "spec.tcp[" + rule + "].route[" + index + "].destination";
      case MIRROR ->
          "spec.http[" + rule + (index < 0 ? "].mirror" : "].mirrors[" + index + "].destination");
    };
  }
}
