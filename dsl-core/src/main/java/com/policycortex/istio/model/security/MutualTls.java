package com.policycortex.istio.model.security;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The mode of mutual TLS.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/security/peer_authentication/#PeerAuthentication-MutualTLS">MutualTls</a>
 */
@IstioStyle
@Value.Immutable
public abstract class MutualTls extends Message {

  MutualTls() {}

  /** A value that sets nothing yet. */
  public static MutualTls mutualTls() {
    return ImmutableMutualTls.builder().build();
  }

  /** Default {@link MutualTlsMode#UNSET}. */
  public abstract Optional<MutualTlsMode> mode();

  /** A copy with this {@link #mode()}. */
  public abstract MutualTls mode(MutualTlsMode mode);

  static MutualTls read(FieldReader in) {
    return ImmutableMutualTls.builder()
        .origin(in.origin())
        .mode(in.enumeration("mode", MutualTlsMode.class))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.enumeration("mode", mode());
  }
}
