package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A port of a gateway, with the hosts that are served there.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/gateway/#Server">Server</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Server extends Message {

  Server() {}

  /** A server on this port, without hosts yet. */
  public static Server server(Port port) {
    return ImmutableServer.builder().port(port).build();
  }

  /** The port. */
  public abstract Port port();

  /** A copy with this {@link #port()}. */
  public abstract Server port(Port port);

  /** The address or Unix socket to listen on. Default: all addresses. */
  public abstract Optional<String> bind();

  /** A copy with this {@link #bind()}. */
  public abstract Server bind(String bind);

  /**
   * DNS names, {@code *.} allowed at the front, {@code NAMESPACE/} allowed before. At least one.
   */
  public abstract List<String> hosts();

  /** A copy with this {@link #hosts()}. */
  public abstract Server hosts(Iterable<String> hosts);

  /** A copy with these added to {@link #hosts()}. */
  public final Server hosts(String first, String... more) {
    return hosts(added(hosts(), first, more));
  }

  /** TLS, or the redirect to it. */
  public abstract Optional<ServerTlsSettings> tls();

  /** A copy with this {@link #tls()}. */
  public abstract Server tls(ServerTlsSettings tls);

  /** Where traffic goes without a route, {@code 127.0.0.1:PORT} or a Unix socket. */
  public abstract Optional<String> defaultEndpoint();

  /** A copy with this {@link #defaultEndpoint()}. */
  public abstract Server defaultEndpoint(String defaultEndpoint);

  /** A name, unique among all servers. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract Server name(String name);

  static Server read(FieldReader in) {
    return ImmutableServer.builder()
        .origin(in.origin())
        .port(in.requiredMessage("port", Port::read))
        .bind(in.string("bind"))
        .hosts(in.strings("hosts"))
        .tls(in.message("tls", ServerTlsSettings::read))
        .defaultEndpoint(in.string("defaultEndpoint"))
        .name(in.string("name"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("port", port());
    out.string("bind", bind());
    out.strings("hosts", hosts());
    out.message("tls", tls());
    out.string("defaultEndpoint", defaultEndpoint());
    out.string("name", name());
  }
}
