package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How endpoints are chosen.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings">LoadBalancerSettings</a>
 */
@IstioStyle
@Value.Immutable
public abstract class LoadBalancerSettings extends Message {

  LoadBalancerSettings() {}

  /** A value that sets nothing yet. */
  public static LoadBalancerSettings loadBalancerSettings() {
    return ImmutableLoadBalancerSettings.builder().build();
  }

  /** The algorithm. Default: least request. */
  public abstract Optional<LoadBalancerPolicy> lbPolicy();

  /** A copy with this {@link #lbPolicy()}. */
  public abstract LoadBalancerSettings lbPolicy(LoadBalancerPolicy lbPolicy);

  /** Which localities are preferred. Replaces the mesh's setting. */
  public abstract Optional<LocalityLoadBalancerSetting> localityLbSetting();

  /** A copy with this {@link #localityLbSetting()}. */
  public abstract LoadBalancerSettings localityLbSetting(
      LocalityLoadBalancerSetting localityLbSetting);

  /** Zone-aware routing. Since Istio 1.31. */
  public abstract Optional<ZoneAwareLoadBalancerSetting> zoneAwareLbSetting();

  /** A copy with this {@link #zoneAwareLbSetting()}. */
  public abstract LoadBalancerSettings zoneAwareLbSetting(
      ZoneAwareLoadBalancerSetting zoneAwareLbSetting);

  /** Former form of {@link #warmup()}. */
  public abstract Optional<Duration> warmupDurationSecs();

  /** How a new endpoint gets its share little by little. */
  public abstract Optional<WarmupConfiguration> warmup();

  /** A copy with this {@link #warmup()}. */
  public abstract LoadBalancerSettings warmup(WarmupConfiguration warmup);

  static LoadBalancerSettings read(FieldReader in) {
    return ImmutableLoadBalancerSettings.builder()
        .origin(in.origin())
        .lbPolicy(LoadBalancerPolicy.read(in))
        .localityLbSetting(in.message("localityLbSetting", LocalityLoadBalancerSetting::read))
        .zoneAwareLbSetting(in.message("zoneAwareLbSetting", ZoneAwareLoadBalancerSetting::read))
        .warmupDurationSecs(in.duration("warmupDurationSecs"))
        .warmup(in.message("warmup", WarmupConfiguration::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.oneof(lbPolicy());
    out.message("localityLbSetting", localityLbSetting());
    out.message("zoneAwareLbSetting", zoneAwareLbSetting());
    out.duration("warmupDurationSecs", warmupDurationSecs());
    out.message("warmup", warmup());
  }
}
