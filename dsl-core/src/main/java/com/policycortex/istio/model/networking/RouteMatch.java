package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which routes.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-RouteConfigurationMatch-RouteMatch">RouteMatch</a>
 */
@IstioStyle
@Value.Immutable
public abstract class RouteMatch extends Message {

  RouteMatch() {}

  /** A value that sets nothing yet. */
  public static RouteMatch routeMatch() {
    return ImmutableRouteMatch.builder().build();
  }

  /** Its name. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract RouteMatch name(String name);

  /** What it does. */
  public abstract Optional<RouteAction> action();

  /** A copy with this {@link #action()}. */
  public abstract RouteMatch action(RouteAction action);

  static RouteMatch read(FieldReader in) {
    return ImmutableRouteMatch.builder()
        .origin(in.origin())
        .name(in.string("name"))
        .action(in.enumeration("action", RouteAction.class))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.enumeration("action", action());
  }
}
