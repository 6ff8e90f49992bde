package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Zone-aware routing.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings">ZoneAwareLoadBalancerSetting</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ZoneAwareLoadBalancerSetting extends Message {

  ZoneAwareLoadBalancerSetting() {}

  /** A value that sets nothing yet. */
  public static ZoneAwareLoadBalancerSetting zoneAwareLoadBalancerSetting() {
    return ImmutableZoneAwareLoadBalancerSetting.builder().build();
  }

  /** Whether this is on. */
  public abstract Optional<Boolean> enabled();

  /** A copy with this {@link #enabled()}. */
  public abstract ZoneAwareLoadBalancerSetting enabled(boolean enabled);

  /** Where traffic of a region goes when its endpoints are unhealthy. */
  public abstract List<LocalityFailover> failover();

  /** A copy with this {@link #failover()}. */
  public abstract ZoneAwareLoadBalancerSetting failover(
      Iterable<? extends LocalityFailover> failover);

  /** A copy with these added to {@link #failover()}. */
  public final ZoneAwareLoadBalancerSetting failover(
      LocalityFailover first, LocalityFailover... more) {
    return failover(added(failover(), first, more));
  }

  /** Labels, most important first, by which endpoints are ranked. */
  public abstract List<String> failoverPriority();

  /** A copy with this {@link #failoverPriority()}. */
  public abstract ZoneAwareLoadBalancerSetting failoverPriority(Iterable<String> failoverPriority);

  /** A copy with these added to {@link #failoverPriority()}. */
  public final ZoneAwareLoadBalancerSetting failoverPriority(String first, String... more) {
    return failoverPriority(added(failoverPriority(), first, more));
  }

  /** Fewer endpoints switch this off; at least 1. */
  public abstract Optional<Long> minClusterSize();

  /** A copy with this {@link #minClusterSize()}. */
  public abstract ZoneAwareLoadBalancerSetting minClusterSize(long minClusterSize);

  /** Reads one. */
  public static ZoneAwareLoadBalancerSetting read(FieldReader in) {
    return ImmutableZoneAwareLoadBalancerSetting.builder()
        .origin(in.origin())
        .enabled(in.bool("enabled"))
        .failover(in.messages("failover", LocalityFailover::read))
        .failoverPriority(in.strings("failoverPriority"))
        .minClusterSize(in.uint32("minClusterSize"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.bool("enabled", enabled());
    out.messages("failover", failover());
    out.strings("failoverPriority", failoverPriority());
    out.int64("minClusterSize", minClusterSize());
  }
}
