package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A destination with its share of the connections.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#RouteDestination">RouteDestination</a>
 */
@IstioStyle
@Value.Immutable
public abstract class RouteDestination extends Message {

  RouteDestination() {}

  /** All connections to this destination. */
  public static RouteDestination routeDestination(Destination destination) {
    return ImmutableRouteDestination.builder().destination(destination).build();
  }

  /** Where the connections go. */
  public abstract Destination destination();

  /** A copy with this {@link #destination()}. */
  public abstract RouteDestination destination(Destination destination);

  /** The share relative to the other destinations. Default 0; a single destination gets all. */
  public abstract Optional<Integer> weight();

  /** A copy with this {@link #weight()}. */
  public abstract RouteDestination weight(int weight);

  static RouteDestination read(FieldReader in) {
    return ImmutableRouteDestination.builder()
        .origin(in.origin())
        .destination(in.requiredMessage("destination", Destination::read))
        .weight(in.int32("weight"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("destination", destination());
    out.int32("weight", weight());
  }
}
