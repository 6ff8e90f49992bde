package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who sees some ServiceEntries ({@code Policy}).
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ServiceEntryVisibility-Policy">Policy</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ServiceEntryVisibilityPolicy extends Message {

  ServiceEntryVisibilityPolicy() {}

  /** A value that sets nothing yet. */
  public static ServiceEntryVisibilityPolicy serviceEntryVisibilityPolicy() {
    return ImmutableServiceEntryVisibilityPolicy.builder().build();
  }

  /** Who sees them. */
  public abstract Optional<Visibility> visibility();

  /** A copy with this {@link #visibility()}. */
  public abstract ServiceEntryVisibilityPolicy visibility(Visibility visibility);

  /** Which they are; all must match. */
  public abstract List<ServiceEntryMatchRule> matchingRules();

  /** A copy with this {@link #matchingRules()}. */
  public abstract ServiceEntryVisibilityPolicy matchingRules(
      Iterable<? extends ServiceEntryMatchRule> matchingRules);

  /** A copy with these added to {@link #matchingRules()}. */
  public final ServiceEntryVisibilityPolicy matchingRules(
      ServiceEntryMatchRule first, ServiceEntryMatchRule... more) {
    return matchingRules(added(matchingRules(), first, more));
  }

  static ServiceEntryVisibilityPolicy read(FieldReader in) {
    return ImmutableServiceEntryVisibilityPolicy.builder()
        .origin(in.origin())
        .visibility(in.enumeration("visibility", Visibility.class))
        .matchingRules(in.messages("matchingRules", ServiceEntryMatchRule::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.enumeration("visibility", visibility());
    out.messages("matchingRules", matchingRules());
  }
}
