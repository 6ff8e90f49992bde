package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A service that has the secrets of gateways, for {@code credentialName: sds://NAME} ({@code
 * SDSProvider}).
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-SDSProvider">SDSProvider</a>
 */
@IstioStyle
@Value.Immutable
public abstract class SdsProvider extends Message {

  SdsProvider() {}

  /** The service at this host and port. */
  public static SdsProvider sdsProvider(String name, String service, long port) {
    return ImmutableSdsProvider.builder().name(name).service(service).port(port).build();
  }

  /** The name that gateways use. Required by Istio. */
  public abstract Optional<String> name();

  /** A copy with this {@link #name()}. */
  public abstract SdsProvider name(String name);

  /**
   * The service, as {@code HOST} or {@code NAMESPACE/HOST}; the host is one of the registry.
   * Required by Istio.
   */
  public abstract Optional<String> service();

  /** A copy with this {@link #service()}. */
  public abstract SdsProvider service(String service);

  /** 1 to 65535. Required by Istio. */
  public abstract Optional<Long> port();

  /** A copy with this {@link #port()}. */
  public abstract SdsProvider port(long port);

  static SdsProvider read(FieldReader in) {
    return ImmutableSdsProvider.builder()
        .origin(in.origin())
        .name(in.string("name"))
        .service(in.string("service"))
        .port(in.uint32("port"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.string("service", service());
    out.int64("port", port());
  }
}
