package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Endpoints that belong to a network.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#Network-NetworkEndpoints">NetworkEndpoints</a>
 */
@IstioStyle
@Value.Immutable
public abstract class NetworkEndpoints extends Message {

  NetworkEndpoints() {}

  /** A value that sets nothing yet. */
  public static NetworkEndpoints networkEndpoints() {
    return ImmutableNetworkEndpoints.builder().build();
  }

  /** Which they are. */
  public abstract Optional<NetworkMembers> members();

  /** A copy with this {@link #members()}. */
  public abstract NetworkEndpoints members(NetworkMembers members);

  static NetworkEndpoints read(FieldReader in) {
    return ImmutableNetworkEndpoints.builder()
        .origin(in.origin())
        .members(NetworkMembers.read(in))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.oneof(members());
  }
}
