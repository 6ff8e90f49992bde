package com.policycortex.istio.model;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Names the resource that a policy attaches to ({@code PolicyTargetReference}), for gateways and
 * waypoints.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/type/workload-selector/#PolicyTargetReference">
 *     PolicyTargetReference</a>
 */
@IstioStyle
@Value.Immutable
public abstract class TargetReference extends Message {

  TargetReference() {}

  /**
   * A reference within the policy's own namespace.
   *
   * @param group the target's API group; empty for Kubernetes' core
   * @param kind the target's kind, for example {@code Gateway} or {@code Service}
   * @param name the target's name
   */
  public static TargetReference targetReference(String group, String kind, String name) {
    return ImmutableTargetReference.builder().group(group).kind(kind).name(name).build();
  }

  /**
   * A reference to a kind of Kubernetes' core, without a group.
   *
   * @param kind the target's kind, for example {@code Service}
   * @param name the target's name
   */
  public static TargetReference targetReference(String kind, String name) {
    return ImmutableTargetReference.builder().kind(kind).name(name).build();
  }

  /** The target's API group; absent and empty both mean Kubernetes' core. */
  public abstract Optional<String> group();

  /** The target's kind. */
  public abstract String kind();

  /** The target's name. */
  public abstract String name();

  /** The target's namespace; Istio accepts none but the policy's own. */
  public abstract Optional<String> namespace();

  /** Reads a reference. */
  public static TargetReference read(FieldReader in) {
    return ImmutableTargetReference.builder()
        .origin(in.origin())
        .group(in.string("group"))
        .kind(in.requiredString("kind"))
        .name(in.requiredString("name"))
        .namespace(in.string("namespace"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("group", group());
    out.string("kind", kind());
    out.string("name", name());
    out.string("namespace", namespace());
  }
}
