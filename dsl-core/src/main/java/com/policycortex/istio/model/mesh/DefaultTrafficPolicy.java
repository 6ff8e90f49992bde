package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.networking.ConnectionPoolSettings;
import com.policycortex.istio.model.networking.OutlierDetection;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What holds for every destination that no DestinationRule says otherwise of.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-DefaultTrafficPolicy">DefaultTrafficPolicy</a>
 */
@IstioStyle
@Value.Immutable
public abstract class DefaultTrafficPolicy extends Message {

  DefaultTrafficPolicy() {}

  /** A value that sets nothing yet. */
  public static DefaultTrafficPolicy defaultTrafficPolicy() {
    return ImmutableDefaultTrafficPolicy.builder().build();
  }

  /** Limits of connections and requests. */
  public abstract Optional<ConnectionPoolSettings> connectionPool();

  /** A copy with this {@link #connectionPool()}. */
  public abstract DefaultTrafficPolicy connectionPool(ConnectionPoolSettings connectionPool);

  /** When an endpoint is ejected. */
  public abstract Optional<OutlierDetection> outlierDetection();

  /** A copy with this {@link #outlierDetection()}. */
  public abstract DefaultTrafficPolicy outlierDetection(OutlierDetection outlierDetection);

  static DefaultTrafficPolicy read(FieldReader in) {
    return ImmutableDefaultTrafficPolicy.builder()
        .origin(in.origin())
        .connectionPool(in.message("connectionPool", ConnectionPoolSettings::read))
        .outlierDetection(in.message("outlierDetection", OutlierDetection::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("connectionPool", connectionPool());
    out.message("outlierDetection", outlierDetection());
  }
}
