package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which clusters.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-ClusterMatch">ClusterMatch</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ClusterMatch extends Message {

  ClusterMatch() {}

  /** A value that sets nothing yet. */
  public static ClusterMatch clusterMatch() {
    return ImmutableClusterMatch.builder().build();
  }

  /** The service's port. */
  public abstract Optional<Long> portNumber();

  /** A copy with this {@link #portNumber()}. */
  public abstract ClusterMatch portNumber(long portNumber);

  /** The service's full name. */
  public abstract Optional<String> service();

  /** A copy with this {@link #service()}. */
  public abstract ClusterMatch service(String service);

  /** The subset. */
  public abstract Optional<String> subset();

  /** A copy with this {@link #subset()}. */
  public abstract ClusterMatch subset(String subset);

  /** The cluster's name. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract ClusterMatch name(String name);

  static ClusterMatch read(FieldReader in) {
    return ImmutableClusterMatch.builder()
        .origin(in.origin())
        .portNumber(in.uint32("portNumber"))
        .service(in.string("service"))
        .subset(in.string("subset"))
        .name(in.string("name"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.int64("portNumber", portNumber());
    out.string("service", service());
    out.string("subset", subset());
    out.string("name", name());
  }
}
