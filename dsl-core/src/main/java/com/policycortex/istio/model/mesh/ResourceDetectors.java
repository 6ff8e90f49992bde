package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where OpenTelemetry's resource attributes come from.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-ResourceDetectors">ResourceDetectors</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ResourceDetectors extends Message {

  ResourceDetectors() {}

  /** A value that sets nothing yet. */
  public static ResourceDetectors resourceDetectors() {
    return ImmutableResourceDetectors.builder().build();
  }

  /** The variable {@code OTEL_RESOURCE_ATTRIBUTES}. */
  public abstract Optional<ResourceDetector> environment();

  /** A copy with this {@link #environment()}. */
  public abstract ResourceDetectors environment(ResourceDetector environment);

  /** Dynatrace's enrichment files. */
  public abstract Optional<ResourceDetector> dynatrace();

  /** A copy with this {@link #dynatrace()}. */
  public abstract ResourceDetectors dynatrace(ResourceDetector dynatrace);

  static ResourceDetectors read(FieldReader in) {
    return ImmutableResourceDetectors.builder()
        .origin(in.origin())
        .environment(in.message("environment", ResourceDetector::read))
        .dynatrace(in.message("dynatrace", ResourceDetector::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("environment", environment());
    out.message("dynatrace", dynatrace());
  }
}
