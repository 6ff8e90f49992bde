package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How a proxy got its certificate; deprecated ({@code SDS}).
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ProxyConfig">ProxyConfig</a>
 */
@IstioStyle
@Value.Immutable
public abstract class SecretDiscoveryService extends Message {

  SecretDiscoveryService() {}

  /** A value that sets nothing yet. */
  public static SecretDiscoveryService secretDiscoveryService() {
    return ImmutableSecretDiscoveryService.builder().build();
  }

  /** Whether by SDS. */
  public abstract Optional<Boolean> enabled();

  /** A copy with this {@link #enabled()}. */
  public abstract SecretDiscoveryService enabled(boolean enabled);

  /** The file with the token of the service account. */
  public abstract Optional<String> k8sSaJwtPath();

  /** A copy with this {@link #k8sSaJwtPath()}. */
  public abstract SecretDiscoveryService k8sSaJwtPath(String k8sSaJwtPath);

  static SecretDiscoveryService read(FieldReader in) {
    return ImmutableSecretDiscoveryService.builder()
        .origin(in.origin())
        .enabled(in.bool("enabled"))
        .k8sSaJwtPath(in.string("k8sSaJwtPath"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.bool("enabled", enabled());
    out.string("k8sSaJwtPath", k8sSaJwtPath());
  }
}
