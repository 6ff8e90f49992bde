package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The service, and optionally the subset and port, that traffic is sent to.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination">
 *     Destination</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Destination extends Message {

  Destination() {}

  /**
   * A destination.
   *
   * @param host see {@link #host()}
   */
  public static Destination destination(String host) {
    return ImmutableDestination.builder().host(host).build();
  }

  /**
   * The service's name in the registry. A short name means the namespace of the manifest that uses
   * it, not of the workload that sends.
   */
  public abstract String host();

  /** A copy with this {@link #host()}. */
  public abstract Destination host(String host);

  /** The subset, defined by a DestinationRule for the host. Default: all endpoints. */
  public abstract Optional<String> subset();

  /** A copy with this {@link #subset()}. */
  public abstract Destination subset(String subset);

  /** The service's port. May be left out where the service has only one. */
  public abstract Optional<PortSelector> port();

  /** A copy with this {@link #port()}. */
  public abstract Destination port(PortSelector port);

  /** A copy with the port of this number. */
  public final Destination port(int number) {
    return port(PortSelector.number(number));
  }

  static Destination read(FieldReader in) {
    return ImmutableDestination.builder()
        .origin(in.origin())
        .host(in.requiredString("host"))
        .subset(in.string("subset"))
        .port(in.message("port", PortSelector::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("host", host());
    out.string("subset", subset());
    out.message("port", port());
  }
}
