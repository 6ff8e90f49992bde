package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Map;
import org.immutables.value.Value;

/**
 * What Stackdriver's logs have beside the usual.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-StackdriverProvider-Logging">Logging</a>
 */
@IstioStyle
@Value.Immutable
public abstract class StackdriverLogging extends Message {

  StackdriverLogging() {}

  /** A value that sets nothing yet. */
  public static StackdriverLogging stackdriverLogging() {
    return ImmutableStackdriverLogging.builder().build();
  }

  /** Expressions by the name of the label. */
  public abstract Map<String, String> labels();

  /** A copy with this {@link #labels()}. */
  public abstract StackdriverLogging labels(Map<String, ? extends String> labels);

  static StackdriverLogging read(FieldReader in) {
    return ImmutableStackdriverLogging.builder()
        .origin(in.origin())
        .labels(in.stringMap("labels"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.stringMap("labels", labels());
  }
}
