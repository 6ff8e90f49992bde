package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import org.immutables.value.Value;

/**
 * A detector of resource attributes; there is nothing to set.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-ResourceDetectors">ResourceDetectors</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ResourceDetector extends Message {

  ResourceDetector() {}

  /** The detector. */
  public static ResourceDetector resourceDetector() {
    return ImmutableResourceDetector.builder().build();
  }

  static ResourceDetector read(FieldReader in) {
    return ImmutableResourceDetector.builder().origin(in.origin()).build();
  }

  @Override
  public void writeTo(FieldWriter out) {}
}
