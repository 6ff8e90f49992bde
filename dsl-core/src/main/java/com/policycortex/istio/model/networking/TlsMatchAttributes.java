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
 * Conditions on a TLS connection; all of them must hold.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#TLSMatchAttributes">TlsMatchAttributes</a>
 */
@IstioStyle
@Value.Immutable
public abstract class TlsMatchAttributes extends Message {

  TlsMatchAttributes() {}

  /** A value that sets nothing yet. */
  public static TlsMatchAttributes tlsMatchAttributes() {
    return ImmutableTlsMatchAttributes.builder().build();
  }

  /** Server names; each must be covered by a host of the VirtualService. Required. */
  public abstract List<String> sniHosts();

  /** A copy with this {@link #sniHosts()}. */
  public abstract TlsMatchAttributes sniHosts(Iterable<String> sniHosts);

  /** A copy with these added to {@link #sniHosts()}. */
  public final TlsMatchAttributes sniHosts(String first, String... more) {
    return sniHosts(added(sniHosts(), first, more));
  }

  /** Destination addresses, as CIDR. */
  public abstract List<String> destinationSubnets();

  /** A copy with this {@link #destinationSubnets()}. */
  public abstract TlsMatchAttributes destinationSubnets(Iterable<String> destinationSubnets);

  /** A copy with these added to {@link #destinationSubnets()}. */
  public final TlsMatchAttributes destinationSubnets(String first, String... more) {
    return destinationSubnets(added(destinationSubnets(), first, more));
  }

  /** The port. */
  public abstract Optional<Long> port();

  /** A copy with this {@link #port()}. */
  public abstract TlsMatchAttributes port(long port);

  /** Labels of the workload that sends. */
  public abstract Map<String, String> sourceLabels();

  /** A copy with this {@link #sourceLabels()}. */
  public abstract TlsMatchAttributes sourceLabels(Map<String, ? extends String> sourceLabels);

  /** The gateways for which this holds. */
  public abstract List<String> gateways();

  /** A copy with this {@link #gateways()}. */
  public abstract TlsMatchAttributes gateways(Iterable<String> gateways);

  /** A copy with these added to {@link #gateways()}. */
  public final TlsMatchAttributes gateways(String first, String... more) {
    return gateways(added(gateways(), first, more));
  }

  /** The namespace of the workload that sends. */
  public abstract Optional<String> sourceNamespace();

  /** A copy with this {@link #sourceNamespace()}. */
  public abstract TlsMatchAttributes sourceNamespace(String sourceNamespace);

  static TlsMatchAttributes read(FieldReader in) {
    return ImmutableTlsMatchAttributes.builder()
        .origin(in.origin())
        .sniHosts(in.strings("sniHosts"))
        .destinationSubnets(in.strings("destinationSubnets"))
        .port(in.uint32("port"))
        .sourceLabels(in.stringMap("sourceLabels"))
        .gateways(in.strings("gateways"))
        .sourceNamespace(in.string("sourceNamespace"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.strings("sniHosts", sniHosts());
    out.strings("destinationSubnets", destinationSubnets());
    out.int64("port", port());
    out.stringMap("sourceLabels", sourceLabels());
    out.strings("gateways", gateways());
    out.string("sourceNamespace", sourceNamespace());
  }
}
