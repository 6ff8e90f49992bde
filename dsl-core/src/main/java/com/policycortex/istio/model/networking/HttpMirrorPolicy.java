package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where a copy of the traffic is sent.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMirrorPolicy">HttpMirrorPolicy</a>
 */
@IstioStyle
@Value.Immutable
public abstract class HttpMirrorPolicy extends Message {

  HttpMirrorPolicy() {}

  /** A copy of all requests to this destination. */
  public static HttpMirrorPolicy httpMirrorPolicy(Destination destination) {
    return ImmutableHttpMirrorPolicy.builder().destination(destination).build();
  }

  /** Where the copy goes. */
  public abstract Destination destination();

  /** A copy with this {@link #destination()}. */
  public abstract HttpMirrorPolicy destination(Destination destination);

  /** The share of requests. Default: all. */
  public abstract Optional<Percent> percentage();

  /** A copy with this {@link #percentage()}. */
  public abstract HttpMirrorPolicy percentage(Percent percentage);

  static HttpMirrorPolicy read(FieldReader in) {
    return ImmutableHttpMirrorPolicy.builder()
        .origin(in.origin())
        .destination(in.requiredMessage("destination", Destination::read))
        .percentage(in.message("percentage", Percent::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("destination", destination());
    out.message("percentage", percentage());
  }
}
