package com.policycortex.istio.model.install;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Map;
import org.immutables.value.Value;

/**
 * CPU and memory.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/">ResourceRequirements</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ResourceRequirements extends Message {

  ResourceRequirements() {}

  /** A value that sets nothing yet. */
  public static ResourceRequirements resourceRequirements() {
    return ImmutableResourceRequirements.builder().build();
  }

  /** What is asked for, for example {@code cpu: 100m}. */
  public abstract Map<String, String> requests();

  /** A copy with this {@link #requests()}. */
  public abstract ResourceRequirements requests(Map<String, ? extends String> requests);

  /** What is given at most. */
  public abstract Map<String, String> limits();

  /** A copy with this {@link #limits()}. */
  public abstract ResourceRequirements limits(Map<String, ? extends String> limits);

  static ResourceRequirements read(FieldReader in) {
    return ImmutableResourceRequirements.builder()
        .origin(in.origin())
        .requests(in.stringMap("requests"))
        .limits(in.stringMap("limits"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.stringMap("requests", requests());
    out.stringMap("limits", limits());
  }
}
