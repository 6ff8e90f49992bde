package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A header that goes with what is exported.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-HttpHeader">HttpHeader</a>
 */
@IstioStyle
@Value.Immutable
public abstract class HttpHeader extends Message {

  HttpHeader() {}

  /** A header of this name. */
  public static HttpHeader httpHeader(String name) {
    return ImmutableHttpHeader.builder().name(name).build();
  }

  /** Its name. Required by Istio. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract HttpHeader name(String name);

  /** Its value. */
  public abstract Optional<HttpHeaderValue> value();

  /** A copy with this {@link #value()}. */
  public abstract HttpHeader value(HttpHeaderValue value);

  static HttpHeader read(FieldReader in) {
    return ImmutableHttpHeader.builder()
        .origin(in.origin())
        .name(in.string("name"))
        .value(HttpHeaderValue.read(in))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.oneof(value());
  }
}
