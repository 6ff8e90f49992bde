package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Istio's headers about the peer, {@code x-envoy-peer-metadata}.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ProxyConfig-ProxyHeaders-MetadataExchangeHeaders">MetadataExchangeHeaders</a>
 */
@IstioStyle
@Value.Immutable
public abstract class MetadataExchangeHeaders extends Message {

  MetadataExchangeHeaders() {}

  /** A value that sets nothing yet. */
  public static MetadataExchangeHeaders metadataExchangeHeaders() {
    return ImmutableMetadataExchangeHeaders.builder().build();
  }

  /** Default: everybody gets them. */
  public abstract Optional<MetadataExchangeMode> mode();

  /** A copy with this {@link #mode()}. */
  public abstract MetadataExchangeHeaders mode(MetadataExchangeMode mode);

  static MetadataExchangeHeaders read(FieldReader in) {
    return ImmutableMetadataExchangeHeaders.builder()
        .origin(in.origin())
        .mode(in.enumeration("mode", MetadataExchangeMode.class))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.enumeration("mode", mode());
  }
}
