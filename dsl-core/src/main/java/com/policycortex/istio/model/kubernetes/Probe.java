package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * How the kubelet asks a container whether it started, lives, or is ready.
 *
 * <p>In a mesh the injector lets a sidecar ask in its stead, for the kubelet has no certificate of
 * the mesh.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Probe">Probe</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Probe extends Message {

  Probe() {}

  /** A value that sets nothing yet. */
  public static Probe probe() {
    return ImmutableProbe.builder().build();
  }

  /** What is asked. Kubernetes wants exactly one. */
  public abstract Optional<ProbeHandler> handler();

  /** A copy with this {@link #handler()}. */
  public abstract Probe handler(ProbeHandler handler);

  /** All other fields, as they were read. */
  public abstract Map<String, JsonValue> more();

  /** A copy with this {@link #more()}. */
  public abstract Probe more(Map<String, ? extends JsonValue> more);

  static Probe read(FieldReader in) {
    return ImmutableProbe.builder()
        .origin(in.origin())
        .handler(ProbeHandler.read(in))
        .more(in.rest())
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.oneof(handler());
    new TreeMap<>(more()).forEach(out::json);
  }
}
