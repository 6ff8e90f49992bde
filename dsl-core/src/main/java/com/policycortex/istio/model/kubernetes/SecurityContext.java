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
 * Under whom a container runs.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#security-context-1">SecurityContext</a>
 */
@IstioStyle
@Value.Immutable
public abstract class SecurityContext extends Message {

  SecurityContext() {}

  /** A value that sets nothing yet. */
  public static SecurityContext securityContext() {
    return ImmutableSecurityContext.builder().build();
  }

  /**
   * The user id. Default: the pod's, then the image's. A sidecar lets traffic of its own user,
   * 1337, pass.
   */
  public abstract Optional<Long> runAsUser();

  /** A copy with this {@link #runAsUser()}. */
  public abstract SecurityContext runAsUser(long runAsUser);

  /** The group id. Default: the pod's, then the image's. */
  public abstract Optional<Long> runAsGroup();

  /** A copy with this {@link #runAsGroup()}. */
  public abstract SecurityContext runAsGroup(long runAsGroup);

  /** All other fields, as they were read. */
  public abstract Map<String, JsonValue> more();

  /** A copy with this {@link #more()}. */
  public abstract SecurityContext more(Map<String, ? extends JsonValue> more);

  static SecurityContext read(FieldReader in) {
    return ImmutableSecurityContext.builder()
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
