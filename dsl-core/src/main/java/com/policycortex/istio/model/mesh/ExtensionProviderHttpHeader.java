package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A header that goes with what is exported ({@code HttpHeader}).
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-HttpHeader">HttpHeader</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ExtensionProviderHttpHeader extends Message {

  ExtensionProviderHttpHeader() {}

  /** A header of this name. */
  public static ExtensionProviderHttpHeader extensionProviderHttpHeader(String name) {
    return ImmutableExtensionProviderHttpHeader.builder().name(name).build();
  }

  /** Its name. Required by Istio. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract ExtensionProviderHttpHeader name(String name);

  /** Its value. */
  public abstract Optional<HttpHeaderValue> value();

  /** A copy with this {@link #value()}. */
  public abstract ExtensionProviderHttpHeader value(HttpHeaderValue value);

  static ExtensionProviderHttpHeader read(FieldReader in) {
    return ImmutableExtensionProviderHttpHeader.builder()
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
