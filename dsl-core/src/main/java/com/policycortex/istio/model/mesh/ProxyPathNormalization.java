package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How paths are normalized before routes and policies see them.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ProxyPathNormalization">ProxyPathNormalization</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ProxyPathNormalization extends Message {

  ProxyPathNormalization() {}

  /** A value that sets nothing yet. */
  public static ProxyPathNormalization proxyPathNormalization() {
    return ImmutableProxyPathNormalization.builder().build();
  }

  /** Default {@link NormalizationType#BASE}. */
  public abstract Optional<NormalizationType> normalization();

  /** A copy with this {@link #normalization()}. */
  public abstract ProxyPathNormalization normalization(NormalizationType normalization);

  static ProxyPathNormalization read(FieldReader in) {
    return ImmutableProxyPathNormalization.builder()
        .origin(in.origin())
        .normalization(in.enumeration("normalization", NormalizationType.class))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.enumeration("normalization", normalization());
  }
}
