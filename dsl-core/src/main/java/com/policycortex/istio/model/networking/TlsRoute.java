package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import org.immutables.value.Value;

/**
 * One rule for TLS connections.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#TLSRoute">TlsRoute</a>
 */
@IstioStyle
@Value.Immutable
public abstract class TlsRoute extends Message {

  TlsRoute() {}

  /** A value that sets nothing yet. */
  public static TlsRoute tlsRoute() {
    return ImmutableTlsRoute.builder().build();
  }

  /** The conditions; one of them must hold. Required. */
  public abstract List<TlsMatchAttributes> match();

  /** A copy with this {@link #match()}. */
  public abstract TlsRoute match(Iterable<? extends TlsMatchAttributes> match);

  /** A copy with these added to {@link #match()}. */
  public final TlsRoute match(TlsMatchAttributes first, TlsMatchAttributes... more) {
    return match(added(match(), first, more));
  }

  /** Where connections go. */
  public abstract List<RouteDestination> route();

  /** A copy with this {@link #route()}. */
  public abstract TlsRoute route(Iterable<? extends RouteDestination> route);

  /** A copy with these added to {@link #route()}. */
  public final TlsRoute route(RouteDestination first, RouteDestination... more) {
    return route(added(route(), first, more));
  }

  static TlsRoute read(FieldReader in) {
    return ImmutableTlsRoute.builder()
        .origin(in.origin())
        .match(in.messages("match", TlsMatchAttributes::read))
        .route(in.messages("route", RouteDestination::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.messages("match", match());
    out.messages("route", route());
  }
}
