package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import org.immutables.value.Value;

/**
 * One rule for TCP connections.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#TCPRoute">TcpRoute</a>
 */
@IstioStyle
@Value.Immutable
public abstract class TcpRoute extends Message {

  TcpRoute() {}

  /** A value that sets nothing yet. */
  public static TcpRoute tcpRoute() {
    return ImmutableTcpRoute.builder().build();
  }

  /** The conditions; one of them must hold. Empty: every connection. */
  public abstract List<L4MatchAttributes> match();

  /** A copy with this {@link #match()}. */
  public abstract TcpRoute match(Iterable<? extends L4MatchAttributes> match);

  /** A copy with these added to {@link #match()}. */
  public final TcpRoute match(L4MatchAttributes first, L4MatchAttributes... more) {
    return match(added(match(), first, more));
  }

  /** Where connections go. */
  public abstract List<RouteDestination> route();

  /** A copy with this {@link #route()}. */
  public abstract TcpRoute route(Iterable<? extends RouteDestination> route);

  /** A copy with these added to {@link #route()}. */
  public final TcpRoute route(RouteDestination first, RouteDestination... more) {
    return route(added(route(), first, more));
  }

  static TcpRoute read(FieldReader in) {
    return ImmutableTcpRoute.builder()
        .origin(in.origin())
        .match(in.messages("match", L4MatchAttributes::read))
        .route(in.messages("route", RouteDestination::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.messages("match", match());
    out.messages("route", route());
  }
}
