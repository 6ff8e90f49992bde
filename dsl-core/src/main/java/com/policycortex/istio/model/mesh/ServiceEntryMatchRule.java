package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.kubernetes.LabelSelector;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a policy for ServiceEntries matches ({@code MatchRule}).
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ServiceEntryVisibility-MatchRule">MatchRule</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ServiceEntryMatchRule extends Message {

  ServiceEntryMatchRule() {}

  /** A value that sets nothing yet. */
  public static ServiceEntryMatchRule serviceEntryMatchRule() {
    return ImmutableServiceEntryMatchRule.builder().build();
  }

  /** The namespace of the ServiceEntry. */
  public abstract Optional<LabelSelector> namespaceSelector();

  /** A copy with this {@link #namespaceSelector()}. */
  public abstract ServiceEntryMatchRule namespaceSelector(LabelSelector namespaceSelector);

  static ServiceEntryMatchRule read(FieldReader in) {
    return ImmutableServiceEntryMatchRule.builder()
        .origin(in.origin())
        .namespaceSelector(in.message("namespaceSelector", LabelSelector::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("namespaceSelector", namespaceSelector());
  }
}
