package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What holds for some services ({@code ServiceSettings.Settings}).
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ServiceSettings-Settings">Settings</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ServiceSettingsDetails extends Message {

  ServiceSettingsDetails() {}

  /** A value that sets nothing yet. */
  public static ServiceSettingsDetails serviceSettingsDetails() {
    return ImmutableServiceSettingsDetails.builder().build();
  }

  /**
   * Whether clients use the endpoints of their own cluster only. Default false, but true for
   * kube-system.
   */
  public abstract Optional<Boolean> clusterLocal();

  /** A copy with this {@link #clusterLocal()}. */
  public abstract ServiceSettingsDetails clusterLocal(boolean clusterLocal);

  static ServiceSettingsDetails read(FieldReader in) {
    return ImmutableServiceSettingsDetails.builder()
        .origin(in.origin())
        .clusterLocal(in.bool("clusterLocal"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.bool("clusterLocal", clusterLocal());
  }
}
