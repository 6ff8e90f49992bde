package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.kubernetes.LabelSelector;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * From where some services are reached in an ambient mesh of several clusters.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ServiceScopeConfigs">ServiceScopeConfigs</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ServiceScopeConfigs extends Message {

  ServiceScopeConfigs() {}

  /** A value that sets nothing yet. */
  public static ServiceScopeConfigs serviceScopeConfigs() {
    return ImmutableServiceScopeConfigs.builder().build();
  }

  /** Their namespaces. */
  public abstract Optional<LabelSelector> namespaceSelector();

  /** A copy with this {@link #namespaceSelector()}. */
  public abstract ServiceScopeConfigs namespaceSelector(LabelSelector namespaceSelector);

  /** The services within these. */
  public abstract Optional<LabelSelector> servicesSelector();

  /** A copy with this {@link #servicesSelector()}. */
  public abstract ServiceScopeConfigs servicesSelector(LabelSelector servicesSelector);

  /** Default {@link ServiceScope#LOCAL}. */
  public abstract Optional<ServiceScope> scope();

  /** A copy with this {@link #scope()}. */
  public abstract ServiceScopeConfigs scope(ServiceScope scope);

  static ServiceScopeConfigs read(FieldReader in) {
    return ImmutableServiceScopeConfigs.builder()
        .origin(in.origin())
        .namespaceSelector(in.message("namespaceSelector", LabelSelector::read))
        .servicesSelector(in.message("servicesSelector", LabelSelector::read))
        .scope(in.enumeration("scope", ServiceScope.class))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("namespaceSelector", namespaceSelector());
    out.message("servicesSelector", servicesSelector());
    out.enumeration("scope", scope());
  }
}
