package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which listeners.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-ListenerMatch">ListenerMatch</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ListenerMatch extends Message {

  ListenerMatch() {}

  /** A value that sets nothing yet. */
  public static ListenerMatch listenerMatch() {
    return ImmutableListenerMatch.builder().build();
  }

  /** The port. */
  public abstract Optional<Long> portNumber();

  /** A copy with this {@link #portNumber()}. */
  public abstract ListenerMatch portNumber(long portNumber);

  /** The port's name. */
  public abstract Optional<String> portName();

  /** A copy with this {@link #portName()}. */
  public abstract ListenerMatch portName(String portName);

  /** The filter chain. */
  public abstract Optional<FilterChainMatch> filterChain();

  /** A copy with this {@link #filterChain()}. */
  public abstract ListenerMatch filterChain(FilterChainMatch filterChain);

  /** A listener filter that must be there. */
  public abstract Optional<String> listenerFilter();

  /** A copy with this {@link #listenerFilter()}. */
  public abstract ListenerMatch listenerFilter(String listenerFilter);

  /** The listener's name. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract ListenerMatch name(String name);

  static ListenerMatch read(FieldReader in) {
    return ImmutableListenerMatch.builder()
        .origin(in.origin())
        .portNumber(in.uint32("portNumber"))
        .portName(in.string("portName"))
        .filterChain(in.message("filterChain", FilterChainMatch::read))
        .listenerFilter(in.string("listenerFilter"))
        .name(in.string("name"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.int64("portNumber", portNumber());
    out.string("portName", portName());
    out.message("filterChain", filterChain());
    out.string("listenerFilter", listenerFilter());
    out.string("name", name());
  }
}
