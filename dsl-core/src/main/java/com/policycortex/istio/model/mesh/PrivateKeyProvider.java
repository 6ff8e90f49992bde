package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who computes with private keys.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#PrivateKeyProvider">PrivateKeyProvider</a>
 */
@IstioStyle
@Value.Immutable
public abstract class PrivateKeyProvider extends Message {

  PrivateKeyProvider() {}

  /** A value that sets nothing yet. */
  public static PrivateKeyProvider privateKeyProvider() {
    return ImmutablePrivateKeyProvider.builder().build();
  }

  /** Required by istiod. */
  public abstract Optional<PrivateKeyMethod> provider();

  /** A copy with this {@link #provider()}. */
  public abstract PrivateKeyProvider provider(PrivateKeyMethod provider);

  static PrivateKeyProvider read(FieldReader in) {
    return ImmutablePrivateKeyProvider.builder()
        .origin(in.origin())
        .provider(PrivateKeyMethod.read(in))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.oneof(provider());
  }
}
