package com.policycortex.istio.model.networking;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import org.immutables.value.Value;

/**
 * Where requests to a host go: rules tried in order, the first that matches decides.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService">VirtualService</a>
 */
@IstioStyle
@Value.Immutable
public abstract class VirtualService extends Manifest {

  /** The kind {@code networking.istio.io/v1 VirtualService}. */
  public static final Kind<VirtualService> KIND =
      new Kind<>(
          "networking.istio.io",
          List.of("v1", "v1beta1", "v1alpha3"),
          "VirtualService",
          "virtualservices",
          true,
          VirtualService::read);

  VirtualService() {}

  /** A VirtualService of this name that routes nothing yet. */
  public static VirtualService virtualService(String name) {
    return ImmutableVirtualService.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .build();
  }

  @Override
  public Kind<VirtualService> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract VirtualService metadata(Metadata metadata);

  /** A copy in this namespace. */
  public final VirtualService in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /**
   * The hosts that are routed: DNS names, wildcards, IPs, or short names of services. Empty for a
   * delegate.
   */
  public abstract List<String> hosts();

  /** A copy with this {@link #hosts()}. */
  public abstract VirtualService hosts(Iterable<String> hosts);

  /** A copy with these added to {@link #hosts()}. */
  public final VirtualService hosts(String first, String... more) {
    return hosts(added(hosts(), first, more));
  }

  /**
   * The gateways that apply the rules, as {@code namespace/name}; {@code mesh} means all sidecars.
   * Default: {@code mesh}.
   */
  public abstract List<String> gateways();

  /** A copy with this {@link #gateways()}. */
  public abstract VirtualService gateways(Iterable<String> gateways);

  /** A copy with these added to {@link #gateways()}. */
  public final VirtualService gateways(String first, String... more) {
    return gateways(added(gateways(), first, more));
  }

  /** Rules for HTTP, HTTP/2 and gRPC, and for TLS that a gateway terminates. */
  public abstract List<HttpRoute> http();

  /** A copy with this {@link #http()}. */
  public abstract VirtualService http(Iterable<? extends HttpRoute> http);

  /** A copy with these added to {@link #http()}. */
  public final VirtualService http(HttpRoute first, HttpRoute... more) {
    return http(added(http(), first, more));
  }

  /** Rules for TLS and HTTPS that is passed through, by SNI. */
  public abstract List<TlsRoute> tls();

  /** A copy with this {@link #tls()}. */
  public abstract VirtualService tls(Iterable<? extends TlsRoute> tls);

  /** A copy with these added to {@link #tls()}. */
  public final VirtualService tls(TlsRoute first, TlsRoute... more) {
    return tls(added(tls(), first, more));
  }

  /** Rules for opaque TCP. */
  public abstract List<TcpRoute> tcp();

  /** A copy with this {@link #tcp()}. */
  public abstract VirtualService tcp(Iterable<? extends TcpRoute> tcp);

  /** A copy with these added to {@link #tcp()}. */
  public final VirtualService tcp(TcpRoute first, TcpRoute... more) {
    return tcp(added(tcp(), first, more));
  }

  /** The namespaces that see this: {@code .} for the own, {@code *} for all. Default: all. */
  public abstract List<String> exportTo();

  /** A copy with this {@link #exportTo()}. */
  public abstract VirtualService exportTo(Iterable<String> exportTo);

  /** A copy with these added to {@link #exportTo()}. */
  public final VirtualService exportTo(String first, String... more) {
    return exportTo(added(exportTo(), first, more));
  }

  static VirtualService read(FieldReader in) {
    return in.messageOrEmpty("spec", spec -> readSpec(in, spec));
  }

  private static VirtualService readSpec(FieldReader in, FieldReader spec) {
    return ImmutableVirtualService.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .status(readStatus(in))
        .hosts(spec.strings("hosts"))
        .gateways(spec.strings("gateways"))
        .http(spec.messages("http", HttpRoute::read))
        .tls(spec.messages("tls", TlsRoute::read))
        .tcp(spec.messages("tcp", TcpRoute::read))
        .exportTo(spec.strings("exportTo"))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.message("spec", this::writeSpec);
  }

  private void writeSpec(FieldWriter spec) {
    spec.strings("hosts", hosts());
    spec.strings("gateways", gateways());
    spec.messages("http", http());
    spec.messages("tls", tls());
    spec.messages("tcp", tcp());
    spec.strings("exportTo", exportTo());
  }
}
