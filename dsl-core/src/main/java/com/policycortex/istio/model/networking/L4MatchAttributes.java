package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Conditions on a TCP connection; all of them must hold.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#L4MatchAttributes">L4MatchAttributes</a>
 */
@IstioStyle
@Value.Immutable
public abstract class L4MatchAttributes extends Message {

  L4MatchAttributes() {}

  /** A value that sets nothing yet. */
  public static L4MatchAttributes l4MatchAttributes() {
    return ImmutableL4MatchAttributes.builder().build();
  }

  /** Destination addresses, as CIDR. */
  public abstract List<String> destinationSubnets();

  /** A copy with this {@link #destinationSubnets()}. */
  public abstract L4MatchAttributes destinationSubnets(Iterable<String> destinationSubnets);

  /** A copy with these added to {@link #destinationSubnets()}. */
  public final L4MatchAttributes destinationSubnets(String first, String... more) {
    return destinationSubnets(added(destinationSubnets(), first, more));
  }

  /** The port. */
  public abstract Optional<Long> port();

  /** A copy with this {@link #port()}. */
  public abstract L4MatchAttributes port(long port);

  /** Not applied by Istio. */
  public abstract Optional<String> sourceSubnet();

  /** Labels of the workload that sends. */
  public abstract Map<String, String> sourceLabels();

  /** A copy with this {@link #sourceLabels()}. */
  public abstract L4MatchAttributes sourceLabels(Map<String, ? extends String> sourceLabels);

  /** The gateways for which this holds. */
  public abstract List<String> gateways();

  /** A copy with this {@link #gateways()}. */
  public abstract L4MatchAttributes gateways(Iterable<String> gateways);

  /** A copy with these added to {@link #gateways()}. */
  public final L4MatchAttributes gateways(String first, String... more) {
    return gateways(added(gateways(), first, more));
  }

  /** The namespace of the workload that sends. */
  public abstract Optional<String> sourceNamespace();

  /** A copy with this {@link #sourceNamespace()}. */
  public abstract L4MatchAttributes sourceNamespace(String sourceNamespace);

  static L4MatchAttributes read(FieldReader in) {
    return ImmutableL4MatchAttributes.builder()
        .origin(in.origin())
        .destinationSubnets(in.strings("destinationSubnets"))
        .port(in.uint32("port"))
        .sourceSubnet(in.string("sourceSubnet"))
        .sourceLabels(in.stringMap("sourceLabels"))
        .gateways(in.strings("gateways"))
        .sourceNamespace(in.string("sourceNamespace"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.strings("destinationSubnets", destinationSubnets());
    out.int64("port", port());
    out.string("sourceSubnet", sourceSubnet());
    out.stringMap("sourceLabels", sourceLabels());
    out.strings("gateways", gateways());
    out.string("sourceNamespace", sourceNamespace());
  }
}
