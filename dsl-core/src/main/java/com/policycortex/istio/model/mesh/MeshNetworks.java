package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Map;
import org.immutables.value.Value;

/**
 * The networks of a mesh: the text {@code meshNetworks} of the ConfigMap {@code istio}.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshNetworks">MeshNetworks</a>
 */
@IstioStyle
@Value.Immutable
public abstract class MeshNetworks extends Message {

  MeshNetworks() {}

  /** A value that sets nothing yet. */
  public static MeshNetworks meshNetworks() {
    return ImmutableMeshNetworks.builder().build();
  }

  /** The networks by their names. */
  public abstract Map<String, Network> networks();

  /** A copy with this {@link #networks()}. */
  public abstract MeshNetworks networks(Map<String, ? extends Network> networks);

  /** Reads one. */
  public static MeshNetworks read(FieldReader in) {
    return ImmutableMeshNetworks.builder()
        .origin(in.origin())
        .networks(in.messageMap("networks", Network::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.messageMap("networks", networks());
  }
}
