package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who sees ServiceEntries, whatever they say themselves. The first policy that matches decides.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ServiceEntryVisibility">ServiceEntryVisibility</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ServiceEntryVisibility extends Message {

  ServiceEntryVisibility() {}

  /** A value that sets nothing yet. */
  public static ServiceEntryVisibility serviceEntryVisibility() {
    return ImmutableServiceEntryVisibility.builder().build();
  }

  /** Where no policy matches. Default {@link Visibility#PUBLIC}. */
  public abstract Optional<Visibility> defaultVisibility();

  /** A copy with this {@link #defaultVisibility()}. */
  public abstract ServiceEntryVisibility defaultVisibility(Visibility defaultVisibility);

  /** Whether this holds for sidecars too, and not for ambient proxies only. Default false. */
  public abstract Optional<Boolean> applyToSidecars();

  /** A copy with this {@link #applyToSidecars()}. */
  public abstract ServiceEntryVisibility applyToSidecars(boolean applyToSidecars);

  /** The policies, in their order. */
  public abstract List<ServiceEntryVisibilityPolicy> policies();

  /** A copy with this {@link #policies()}. */
  public abstract ServiceEntryVisibility policies(
      Iterable<? extends ServiceEntryVisibilityPolicy> policies);

  /** A copy with these added to {@link #policies()}. */
  public final ServiceEntryVisibility policies(
      ServiceEntryVisibilityPolicy first, ServiceEntryVisibilityPolicy... more) {
    return policies(added(policies(), first, more));
  }

  static ServiceEntryVisibility read(FieldReader in) {
    return ImmutableServiceEntryVisibility.builder()
        .origin(in.origin())
        .defaultVisibility(in.enumeration("defaultVisibility", Visibility.class))
        .applyToSidecars(in.bool("applyToSidecars"))
        .policies(in.messages("policies", ServiceEntryVisibilityPolicy::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.enumeration("defaultVisibility", defaultVisibility());
    out.bool("applyToSidecars", applyToSidecars());
    out.messages("policies", policies());
  }
}
