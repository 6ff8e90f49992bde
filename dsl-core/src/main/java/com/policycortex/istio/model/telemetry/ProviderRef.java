package com.policycortex.istio.model.telemetry;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import org.immutables.value.Value;

/**
 * A provider of MeshConfig.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/telemetry/#ProviderRef">ProviderRef</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ProviderRef extends Message {

  ProviderRef() {}

  /** The provider of this name. */
  public static ProviderRef providerRef(String name) {
    return ImmutableProviderRef.builder().name(name).build();
  }

  /** Its name in MeshConfig's {@code extensionProviders}. */
  public abstract String name();

  /** A copy with this {@link #name()}. */
  public abstract ProviderRef name(String name);

  static ProviderRef read(FieldReader in) {
    return ImmutableProviderRef.builder()
        .origin(in.origin())
        .name(in.requiredString("name"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
  }
}
