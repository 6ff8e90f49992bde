package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which network filter.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-ListenerMatch-FilterMatch">FilterMatch</a>
 */
@IstioStyle
@Value.Immutable
public abstract class FilterMatch extends Message {

  FilterMatch() {}

  /** A value that sets nothing yet. */
  public static FilterMatch filterMatch() {
    return ImmutableFilterMatch.builder().build();
  }

  /** Its name. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract FilterMatch name(String name);

  /** A filter within it. */
  public abstract Optional<SubFilterMatch> subFilter();

  /** A copy with this {@link #subFilter()}. */
  public abstract FilterMatch subFilter(SubFilterMatch subFilter);

  static FilterMatch read(FieldReader in) {
    return ImmutableFilterMatch.builder()
        .origin(in.origin())
        .name(in.string("name"))
        .subFilter(in.message("subFilter", SubFilterMatch::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.message("subFilter", subFilter());
  }
}
