package com.policycortex.istio.dsl;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import com.policycortex.istio.model.networking.TrafficPolicy;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * A new version that gets a growing share of the requests.
 *
 * <p>{@code canary(v1, v2).weight(10).optIn(header("canary").exact("true"))} sends who asks for it
 * to v2, and of all others a tenth. {@link #plan} is the way from the first requests to the last.
 */
@IstioStyle
@Value.Immutable
public abstract non-sealed class Canary implements Rollout {

  Canary() {}

  /** A canary that gets no requests yet. */
  public static Canary canary(SubsetRef stable, SubsetRef candidate) {
    return canary(stable).candidate(candidate);
  }

  /** Before there is a candidate: all requests go to the stable version. */
  public static Canary canary(SubsetRef stable) {
    return ImmutableCanary.builder().stable(stable).build();
  }

  /** The version that is known to work. */
  public abstract SubsetRef stable();

  abstract Canary stable(SubsetRef stable);

  /** The new version, while there is one. */
  public abstract Optional<SubsetRef> candidate();

  /** A copy with this candidate. */
  public abstract Canary candidate(SubsetRef candidate);

  abstract Canary candidate(Optional<? extends SubsetRef> candidate);

  /** The share of the requests that the candidate gets, 0 to 100 %. Default 0. */
  @Value.Default
  public int weight() {
    return 0;
  }

  /** A copy with this {@link #weight()}. */
  public abstract Canary weight(int weight);

  /** By what a request asks for the candidate. Default: it cannot. */
  public abstract Optional<Condition> optIn();

  /** A copy with this {@link #optIn()}, for example {@code header("canary").exact("true")}. */
  public abstract Canary optIn(Condition optIn);

  abstract Canary optIn(Optional<? extends Condition> optIn);

  /** Hosts beside the service's own, for gateways. */
  public abstract List<String> hosts();

  /** A copy with these hosts. */
  public abstract Canary hosts(Iterable<String> hosts);

  /** A copy with these hosts too. */
  public final Canary hosts(String first, String... more) {
    return hosts(Elements.added(hosts(), first, more));
  }

  /** Gateways beside the mesh, {@code NAMESPACE/NAME}. */
  public abstract List<String> gateways();

  /** A copy with these gateways. */
  public abstract Canary gateways(Iterable<String> gateways);

  /** A copy with these gateways too. */
  public final Canary gateways(String first, String... more) {
    return gateways(Elements.added(gateways(), first, more));
  }

  /** What all routes have beside match and destinations: timeout, retries, headers and so on. */
  @Value.Default
  public HttpRoute template() {
    return HttpRoute.httpRoute();
  }

  /** A copy with this {@link #template()}. */
  public abstract Canary template(HttpRoute template);

  /** How traffic is carried to both versions. */
  public abstract Optional<TrafficPolicy> trafficPolicy();

  /** A copy with this {@link #trafficPolicy()}. */
  public abstract Canary trafficPolicy(TrafficPolicy trafficPolicy);

  /** Refuses what cannot be a canary. */
  @Value.Check
  protected void check() {
    if (weight() < 0 || weight() > 100) {
      throw new IllegalArgumentException("a canary's weight is 0 to 100 percent, not " + weight());
    }
    if (candidate().isEmpty() && weight() > 0) {
      throw new IllegalArgumentException(
          "there is no candidate that could get " + weight() + " percent; say .candidate(…) first");
    }
    candidate()
        .ifPresent(
            candidate -> {
              if (!candidate.service().host().equals(stable().service().host())
                  || candidate.name().equals(stable().name())) {
                throw new IllegalArgumentException(
                    "stable and candidate are two subsets of one service, not "
                        + stable()
                        + " and "
                        + candidate);
              }
            });
  }

  /** The service. */
  public ServiceRef service() {
    return stable().service();
  }

  /** The canary at this share of the requests, 0 to 100 %. */
  public Canary advanceTo(int percent) {
    return weight(percent);
  }

  /** All requests back at the stable version, those that ask for the candidate too. */
  public Canary rollback() {
    return weight(0).optIn(Optional.empty());
  }

  /** After a rollback, the candidate's subset gone too. */
  public Canary withdrawn() {
    return rollback().candidate(Optional.empty());
  }

  /** The candidate as the stable version, and no candidate any more. */
  public Canary promoted() {
    SubsetRef promoted =
        candidate()
            .orElseThrow(() -> new IllegalStateException("there is no candidate to promote"));
    return withdrawn().stable(promoted);
  }

  /** This canary at each of these shares, in this order. */
  public Plan plan(int first, int... more) {
    List<Canary> stages = new ArrayList<>();
    stages.add(advanceTo(first));
    IntStream.of(more).forEach(percent -> stages.add(advanceTo(percent)));
    return new Plan(stages);
  }

  @Override
  public DestinationRule destinationRule() {
    DestinationRule rule =
        candidate()
            .map(candidate -> Istio.destinationRule(service(), stable(), candidate))
            .orElseGet(() -> Istio.destinationRule(service(), stable()));
    return trafficPolicy().map(rule::trafficPolicy).orElse(rule);
  }

  @Override
  public VirtualService virtualService() {
    List<HttpRoute> routes = new ArrayList<>();
    candidate()
        .ifPresent(
            candidate ->
                optIn()
                    .ifPresent(
                        condition ->
                            routes.add(
                                template()
                                    .name("candidate-on-request")
                                    .match(List.of(condition.match()))
                                    .route(List.of(candidate.weight(100))))));
    routes.add(template().name(candidate().isPresent() ? "split" : "stable").route(shares()));
    return Routes.of(service(), hosts(), gateways()).http(routes);
  }

  private List<HttpRouteDestination> shares() {
    List<HttpRouteDestination> shares = new ArrayList<>();
    if (weight() < 100) {
      shares.add(stable().weight(100 - weight()));
    }
    if (weight() > 0) {
      candidate().ifPresent(candidate -> shares.add(candidate.weight(weight())));
    }
    return shares;
  }

  /** {@code Canary core-api.policycortex: v1 90 %, v2 10 %, v2 on request}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Canary " + service() + ": ");
    text.append(stable().name()).append(' ').append(100 - weight()).append(" %");
    candidate()
        .ifPresent(
            candidate -> {
              text.append(", ").append(candidate.name()).append(' ').append(weight()).append(" %");
              optIn().ifPresent(c -> text.append(", ").append(candidate.name() + " on request"));
            });
    return text.toString();
  }

  /**
   * A canary's way, stage by stage; each stage is a whole, valid mesh.
   *
   * @param stages the stages in their order
   */
  public record Plan(List<Canary> stages) {

    /** Copies the list. */
    public Plan {
      stages = List.copyOf(stages);
    }

    /**
     * What to apply, in order, to get to a stage from the one before; the first from {@code now}.
     */
    public List<Rollout.Step> stepsTo(int stage, Rollout now) {
      Rollout before = stage == 0 ? now : stages.get(stage - 1);
      return before.stepsTo(stages.get(stage));
    }

    /** What to apply, in order, to get all requests back from a stage. */
    public List<Rollout.Step> rollbackFrom(int stage) {
      return stages.get(stage).stepsTo(stages.get(stage).rollback());
    }

    /** One stage a line. */
    @Override
    public String toString() {
      return String.join("\n", stages.stream().map(Canary::toString).toList());
    }
  }
}
