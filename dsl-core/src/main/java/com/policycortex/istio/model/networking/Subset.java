package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A named group of a service's endpoints, for example a version.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#Subset">Subset</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Subset extends Message {

  Subset() {}

  /** A subset of this name. */
  public static Subset subset(String name) {
    return ImmutableSubset.builder().name(name).build();
  }

  /** The name that routes use. */
  public abstract String name();

  /** A copy with this {@link #name()}. */
  public abstract Subset name(String name);

  /** Labels that the endpoints must have. */
  public abstract Map<String, String> labels();

  /** A copy with this {@link #labels()}. */
  public abstract Subset labels(Map<String, ? extends String> labels);

  /** Replaces the rule's settings for this subset. */
  public abstract Optional<TrafficPolicy> trafficPolicy();

  /** A copy with this {@link #trafficPolicy()}. */
  public abstract Subset trafficPolicy(TrafficPolicy trafficPolicy);

  static Subset read(FieldReader in) {
    return ImmutableSubset.builder()
        .origin(in.origin())
        .name(in.requiredString("name"))
        .labels(in.stringMap("labels"))
        .trafficPolicy(in.message("trafficPolicy", TrafficPolicy::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.stringMap("labels", labels());
    out.message("trafficPolicy", trafficPolicy());
  }
}
