package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which filter chains.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-ListenerMatch-FilterChainMatch">FilterChainMatch</a>
 */
@IstioStyle
@Value.Immutable
public abstract class FilterChainMatch extends Message {

  FilterChainMatch() {}

  /** A value that sets nothing yet. */
  public static FilterChainMatch filterChainMatch() {
    return ImmutableFilterChainMatch.builder().build();
  }

  /** Its name. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract FilterChainMatch name(String name);

  /** The server name it is for. */
  public abstract Optional<String> sni();

  /** A copy with this {@link #sni()}. */
  public abstract FilterChainMatch sni(String sni);

  /** {@code tls} or {@code raw_buffer}. */
  public abstract Optional<String> transportProtocol();

  /** A copy with this {@link #transportProtocol()}. */
  public abstract FilterChainMatch transportProtocol(String transportProtocol);

  /** Protocols with commas between them. */
  public abstract Optional<String> applicationProtocols();

  /** A copy with this {@link #applicationProtocols()}. */
  public abstract FilterChainMatch applicationProtocols(String applicationProtocols);

  /** A network filter that must be there. */
  public abstract Optional<FilterMatch> filter();

  /** A copy with this {@link #filter()}. */
  public abstract FilterChainMatch filter(FilterMatch filter);

  /** The port it is for. */
  public abstract Optional<Long> destinationPort();

  /** A copy with this {@link #destinationPort()}. */
  public abstract FilterChainMatch destinationPort(long destinationPort);

  static FilterChainMatch read(FieldReader in) {
    return ImmutableFilterChainMatch.builder()
        .origin(in.origin())
        .name(in.string("name"))
        .sni(in.string("sni"))
        .transportProtocol(in.string("transportProtocol"))
        .applicationProtocols(in.string("applicationProtocols"))
        .filter(in.message("filter", FilterMatch::read))
        .destinationPort(in.uint32("destinationPort"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.string("sni", sni());
    out.string("transportProtocol", transportProtocol());
    out.string("applicationProtocols", applicationProtocols());
    out.message("filter", filter());
    out.int64("destinationPort", destinationPort());
  }
}
