package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which routes of a waypoint.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-WaypointMatch-RouteMatch">WaypointRouteMatch</a>
 */
@IstioStyle
@Value.Immutable
public abstract class WaypointRouteMatch extends Message {

  WaypointRouteMatch() {}

  /** A value that sets nothing yet. */
  public static WaypointRouteMatch waypointRouteMatch() {
    return ImmutableWaypointRouteMatch.builder().build();
  }

  /** Its name. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract WaypointRouteMatch name(String name);

  static WaypointRouteMatch read(FieldReader in) {
    return ImmutableWaypointRouteMatch.builder()
        .origin(in.origin())
        .name(in.string("name"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
  }
}
