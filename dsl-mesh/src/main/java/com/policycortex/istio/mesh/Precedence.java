package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonString;
import java.util.Comparator;
import java.util.Optional;

/**
 * Who is first among manifests that say something about the same thing: as in istiod the oldest,
 * then the first by name, then by namespace.
 *
 * <p>A manifest in a repository has no creation time. Manifests without one count as created
 * together, after all that have one; so who is first may be another in the cluster, see {@link
 * #isCertain}.
 */
public final class Precedence {

  // Later than every timestamp, and so is what was not created yet.
  private static final String NEVER = "~";

  /** By creation time alone, the oldest first. */
  static final Comparator<Manifest> AGE = Comparator.comparing(Precedence::time);

  /** The order of istiod: what decides comes first. Total over the manifests of one mesh. */
  public static final Comparator<Manifest> ORDER = Precedence::compare;

  private Precedence() {}

  // One method: whole indexes are sorted by it.
  private static int compare(Manifest one, Manifest other) {
    String time = time(one);
    String otherTime = time(other);
    // Most have none, and are told apart by their names.
    int order = time.equals(otherTime) ? 0 : time.compareTo(otherTime);
    if (order == 0) {
      order = one.name().compareTo(other.name());
    }
    if (order == 0) {
      order = Names.namespace(one).compareTo(Names.namespace(other));
    }
    return order == 0 ? Names.kind(one).compareTo(Names.kind(other)) : order;
  }

  /** {@code metadata.creationTimestamp}, as the cluster wrote it. */
  public static Optional<String> creationTimestamp(Manifest manifest) {
    JsonValue time = manifest.metadata().more().get("creationTimestamp");
    return time instanceof JsonString text ? Optional.of(text.value()) : Optional.empty();
  }

  /** True if both have a creation time, so that the cluster decides as {@link #ORDER} does. */
  public static boolean isCertain(Manifest one, Manifest other) {
    return creationTimestamp(one).isPresent() && creationTimestamp(other).isPresent();
  }

  /** Why the first of the two comes first, for messages: {@code it is older}. */
  public static String reason(Manifest first, Manifest second) {
    if (isCertain(first, second) && !time(first).equals(time(second))) {
      return "it is older";
    }
    String by = first.name().equals(second.name()) ? "namespace" : "name";
    return isCertain(first, second)
        ? "both were created in the same second, and it is the first by " + by
        : "the older one decides; of two created in the same second the first by " + by;
  }

  private static String time(Manifest manifest) {
    return manifest.metadata().more().isEmpty() ? NEVER : creationTimestamp(manifest).orElse(NEVER);
  }
}
