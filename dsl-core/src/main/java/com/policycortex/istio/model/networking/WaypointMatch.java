package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which parts of a waypoint.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-WaypointMatch">WaypointMatch</a>
 */
@IstioStyle
@Value.Immutable
public abstract class WaypointMatch extends Message {

  WaypointMatch() {}

  /** A value that sets nothing yet. */
  public static WaypointMatch waypointMatch() {
    return ImmutableWaypointMatch.builder().build();
  }

  /** A filter. */
  public abstract Optional<FilterMatch> filter();

  /** A copy with this {@link #filter()}. */
  public abstract WaypointMatch filter(FilterMatch filter);

  /** The service's port. */
  public abstract Optional<Long> portNumber();

  /** A copy with this {@link #portNumber()}. */
  public abstract WaypointMatch portNumber(long portNumber);

  /** A route. */
  public abstract Optional<WaypointRouteMatch> route();

  /** A copy with this {@link #route()}. */
  public abstract WaypointMatch route(WaypointRouteMatch route);

  static WaypointMatch read(FieldReader in) {
    return ImmutableWaypointMatch.builder()
        .origin(in.origin())
        .filter(in.message("filter", FilterMatch::read))
        .portNumber(in.uint32("portNumber"))
        .route(in.message("route", WaypointRouteMatch::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("filter", filter());
    out.int64("portNumber", portNumber());
    out.message("route", route());
  }
}
