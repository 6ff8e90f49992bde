package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A destination with its share of the requests.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRouteDestination">HttpRouteDestination</a>
 */
@IstioStyle
@Value.Immutable
public abstract class HttpRouteDestination extends Message {

  HttpRouteDestination() {}

  /** All requests to this destination. */
  public static HttpRouteDestination httpRouteDestination(Destination destination) {
    return ImmutableHttpRouteDestination.builder().destination(destination).build();
  }

  /** Where the requests go. */
  public abstract Destination destination();

  /** A copy with this {@link #destination()}. */
  public abstract HttpRouteDestination destination(Destination destination);

  /** The share relative to the other destinations. Default 0; a single destination gets all. */
  public abstract Optional<Integer> weight();

  /** A copy with this {@link #weight()}. */
  public abstract HttpRouteDestination weight(int weight);

  /** Header changes for this destination. */
  public abstract Optional<Headers> headers();

  /** A copy with this {@link #headers()}. */
  public abstract HttpRouteDestination headers(Headers headers);

  static HttpRouteDestination read(FieldReader in) {
    return ImmutableHttpRouteDestination.builder()
        .origin(in.origin())
        .destination(in.requiredMessage("destination", Destination::read))
        .weight(in.int32("weight"))
        .headers(in.message("headers", Headers::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("destination", destination());
    out.int32("weight", weight());
    out.message("headers", headers());
  }
}
