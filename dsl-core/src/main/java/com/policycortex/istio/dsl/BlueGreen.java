package com.policycortex.istio.dsl;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.TrafficPolicy;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Two versions side by side, of which one gets all requests; the switch is one apply, and so is the
 * way back.
 */
@IstioStyle
@Value.Immutable
public abstract non-sealed class BlueGreen implements Rollout {

  BlueGreen() {}

  /** Two versions of a service, the first of which gets the requests. */
  public static BlueGreen blueGreen(SubsetRef active, SubsetRef idle) {
    return ImmutableBlueGreen.builder().active(active).idle(idle).build();
  }

  /** The version that gets the requests. */
  public abstract SubsetRef active();

  /** The version that waits. */
  public abstract SubsetRef idle();

  /** By what a request asks for the idle version. Default: it cannot. */
  public abstract Optional<Condition> preview();

  /** A copy with this {@link #preview()}, for example {@code header("preview").exact("true")}. */
  public abstract BlueGreen preview(Condition preview);

  /** Hosts beside the service's own, for gateways. */
  public abstract List<String> hosts();

  /** A copy with these hosts. */
  public abstract BlueGreen hosts(Iterable<String> hosts);

  /** A copy with these hosts too. */
  public final BlueGreen hosts(String first, String... more) {
    return hosts(Elements.added(hosts(), first, more));
  }

  /** Gateways beside the mesh, {@code NAMESPACE/NAME}. */
  public abstract List<String> gateways();

  /** A copy with these gateways. */
  public abstract BlueGreen gateways(Iterable<String> gateways);

  /** A copy with these gateways too. */
  public final BlueGreen gateways(String first, String... more) {
    return gateways(Elements.added(gateways(), first, more));
  }

  /** What all routes have beside match and destination: timeout, retries, headers and so on. */
  @Value.Default
  public HttpRoute template() {
    return HttpRoute.httpRoute();
  }

  /** A copy with this {@link #template()}. */
  public abstract BlueGreen template(HttpRoute template);

  /** How traffic is carried to both versions. */
  public abstract Optional<TrafficPolicy> trafficPolicy();

  /** A copy with this {@link #trafficPolicy()}. */
  public abstract BlueGreen trafficPolicy(TrafficPolicy trafficPolicy);

  /** Refuses what cannot be a pair. */
  @Value.Check
  protected void check() {
    if (!active().service().host().equals(idle().service().host())
        || active().name().equals(idle().name())) {
      throw new IllegalArgumentException(
          "active and idle are two subsets of one service, not " + active() + " and " + idle());
    }
  }

  /** The service. */
  public ServiceRef service() {
    return active().service();
  }

  /**
   * All requests at this version.
   *
   * @throws IllegalArgumentException if it is none of the two
   */
  public BlueGreen switchTo(SubsetRef version) {
    if (version.equals(active())) {
      return this;
    }
    if (!version.equals(idle())) {
      throw new IllegalArgumentException(version + " is neither " + active() + " nor " + idle());
    }
    return ImmutableBlueGreen.builder()
        .active(idle())
        .idle(active())
        .preview(preview())
        .hosts(hosts())
        .gateways(gateways())
        .template(template())
        .trafficPolicy(trafficPolicy())
        .build();
  }

  /** All requests at the other version, which is the one before the last switch. */
  public BlueGreen rollback() {
    return switchTo(idle());
  }

  @Override
  public DestinationRule destinationRule() {
    // In one order whichever is active: a switch changes the routes only.
    boolean inOrder = active().name().compareTo(idle().name()) < 0;
    DestinationRule rule =
        Istio.destinationRule(service(), inOrder ? active() : idle(), inOrder ? idle() : active());
    return trafficPolicy().map(rule::trafficPolicy).orElse(rule);
  }

  @Override
  public VirtualService virtualService() {
    List<HttpRoute> routes = new ArrayList<>();
    preview()
        .ifPresent(
            condition ->
                routes.add(
                    template()
                        .name("idle-on-request")
                        .match(List.of(condition.match()))
                        .route(List.of(idle().weight(100)))));
    routes.add(template().name("active").route(List.of(active().weight(100))));
    return Routes.of(service(), hosts(), gateways()).http(routes);
  }

  /** {@code BlueGreen frontend.policycortex: blue is active, green waits}. */
  @Override
  public String toString() {
    return "BlueGreen "
        + service()
        + ": "
        + active().name()
        + " is active, "
        + idle().name()
        + (preview().isPresent() ? " on request" : " waits");
  }
}
