package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which virtual hosts.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-RouteConfigurationMatch-VirtualHostMatch">VirtualHostMatch</a>
 */
@IstioStyle
@Value.Immutable
public abstract class VirtualHostMatch extends Message {

  VirtualHostMatch() {}

  /** A value that sets nothing yet. */
  public static VirtualHostMatch virtualHostMatch() {
    return ImmutableVirtualHostMatch.builder().build();
  }

  /** {@code HOST:PORT}. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract VirtualHostMatch name(String name);

  /** A domain that it must have. */
  public abstract Optional<String> domainName();

  /** A copy with this {@link #domainName()}. */
  public abstract VirtualHostMatch domainName(String domainName);

  /** The route. */
  public abstract Optional<RouteMatch> route();

  /** A copy with this {@link #route()}. */
  public abstract VirtualHostMatch route(RouteMatch route);

  static VirtualHostMatch read(FieldReader in) {
    return ImmutableVirtualHostMatch.builder()
        .origin(in.origin())
        .name(in.string("name"))
        .domainName(in.string("domainName"))
        .route(in.message("route", RouteMatch::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.string("domainName", domainName());
    out.message("route", route());
  }
}
