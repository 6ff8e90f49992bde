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
 * Under whom the containers of a pod run that say nothing themselves.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#security-context">PodSecurityContext</a>
 */
@IstioStyle
@Value.Immutable
public abstract class PodSecurityContext extends Message {

  PodSecurityContext() {}

  /** A value that sets nothing yet. */
  public static PodSecurityContext podSecurityContext() {
    return ImmutablePodSecurityContext.builder().build();
  }

  /** The user id. Default: the image's. */
  public abstract Optional<Long> runAsUser();

  /** A copy with this {@link #runAsUser()}. */
  public abstract PodSecurityContext runAsUser(long runAsUser);

  /** The group id. Default: the image's. */
  public abstract Optional<Long> runAsGroup();

  /** A copy with this {@link #runAsGroup()}. */
  public abstract PodSecurityContext runAsGroup(long runAsGroup);

  /** All other fields, as they were read. */
  public abstract Map<String, JsonValue> more();

  /** A copy with this {@link #more()}. */
  public abstract PodSecurityContext more(Map<String, ? extends JsonValue> more);

  static PodSecurityContext read(FieldReader in) {
    return ImmutablePodSecurityContext.builder()
        .origin(in.origin())
        .runAsUser(in.int64("runAsUser"))
        .runAsGroup(in.int64("runAsGroup"))
        .more(in.rest())
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.int64("runAsUser", runAsUser());
    out.int64("runAsGroup", runAsGroup());
    new TreeMap<>(more()).forEach(out::json);
  }
}
