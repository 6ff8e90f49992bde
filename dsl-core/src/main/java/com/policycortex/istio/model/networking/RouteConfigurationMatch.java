package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which route configurations.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-RouteConfigurationMatch">RouteConfigurationMatch</a>
 */
@IstioStyle
@Value.Immutable
public abstract class RouteConfigurationMatch extends Message {

  RouteConfigurationMatch() {}

  /** A value that sets nothing yet. */
  public static RouteConfigurationMatch routeConfigurationMatch() {
    return ImmutableRouteConfigurationMatch.builder().build();
  }

  /** The port of the service or gateway. */
  public abstract Optional<Long> portNumber();

  /** A copy with this {@link #portNumber()}. */
  public abstract RouteConfigurationMatch portNumber(long portNumber);

  /** The port's name; for gateways. */
  public abstract Optional<String> portName();

  /** A copy with this {@link #portName()}. */
  public abstract RouteConfigurationMatch portName(String portName);

  /** {@code NAMESPACE/NAME} of the Gateway. */
  public abstract Optional<String> gateway();

  /** A copy with this {@link #gateway()}. */
  public abstract RouteConfigurationMatch gateway(String gateway);

  /** The virtual host. */
  public abstract Optional<VirtualHostMatch> vhost();

  /** A copy with this {@link #vhost()}. */
  public abstract RouteConfigurationMatch vhost(VirtualHostMatch vhost);

  /** The route configuration's name. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract RouteConfigurationMatch name(String name);

  static RouteConfigurationMatch read(FieldReader in) {
    return ImmutableRouteConfigurationMatch.builder()
        .origin(in.origin())
        .portNumber(in.uint32("portNumber"))
        .portName(in.string("portName"))
        .gateway(in.string("gateway"))
        .vhost(in.message("vhost", VirtualHostMatch::read))
        .name(in.string("name"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.int64("portNumber", portNumber());
    out.string("portName", portName());
    out.string("gateway", gateway());
    out.message("vhost", vhost());
    out.string("name", name());
  }
}
