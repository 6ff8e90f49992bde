package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which localities are preferred.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#LocalityLoadBalancerSetting">LocalityLoadBalancerSetting</a>
 */
@IstioStyle
@Value.Immutable
public abstract class LocalityLoadBalancerSetting extends Message {

  LocalityLoadBalancerSetting() {}

  /** A value that sets nothing yet. */
  public static LocalityLoadBalancerSetting localityLoadBalancerSetting() {
    return ImmutableLocalityLoadBalancerSetting.builder().build();
  }

  /** Shares by the client's locality; not with failover. */
  public abstract List<LocalityDistribution> distribute();

  /** A copy with this {@link #distribute()}. */
  public abstract LocalityLoadBalancerSetting distribute(
      Iterable<? extends LocalityDistribution> distribute);

  /** A copy with these added to {@link #distribute()}. */
  public final LocalityLoadBalancerSetting distribute(
      LocalityDistribution first, LocalityDistribution... more) {
    return distribute(added(distribute(), first, more));
  }

  /** Where traffic of a region goes when its endpoints are unhealthy. */
  public abstract List<LocalityFailover> failover();

  /** A copy with this {@link #failover()}. */
  public abstract LocalityLoadBalancerSetting failover(
      Iterable<? extends LocalityFailover> failover);

  /** A copy with these added to {@link #failover()}. */
  public final LocalityLoadBalancerSetting failover(
      LocalityFailover first, LocalityFailover... more) {
    return failover(added(failover(), first, more));
  }

  /** Labels, most important first, by which endpoints are ranked. */
  public abstract List<String> failoverPriority();

  /** A copy with this {@link #failoverPriority()}. */
  public abstract LocalityLoadBalancerSetting failoverPriority(Iterable<String> failoverPriority);

  /** A copy with these added to {@link #failoverPriority()}. */
  public final LocalityLoadBalancerSetting failoverPriority(String first, String... more) {
    return failoverPriority(added(failoverPriority(), first, more));
  }

  /** Whether this is on. Default: the mesh's setting. */
  public abstract Optional<Boolean> enabled();

  /** A copy with this {@link #enabled()}. */
  public abstract LocalityLoadBalancerSetting enabled(boolean enabled);

  /** Reads one. */
  public static LocalityLoadBalancerSetting read(FieldReader in) {
    return ImmutableLocalityLoadBalancerSetting.builder()
        .origin(in.origin())
        .distribute(in.messages("distribute", LocalityDistribution::read))
        .failover(in.messages("failover", LocalityFailover::read))
        .failoverPriority(in.strings("failoverPriority"))
        .enabled(in.bool("enabled"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.messages("distribute", distribute());
    out.messages("failover", failover());
    out.strings("failoverPriority", failoverPriority());
    out.bool("enabled", enabled());
  }
}
