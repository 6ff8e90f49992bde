package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An authorizer that is asked by gRPC, for AuthorizationPolicies with action CUSTOM.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-EnvoyExternalAuthorizationGrpcProvider">EnvoyExternalAuthorizationGrpcProvider</a>
 */
@IstioStyle
@Value.Immutable
public abstract class EnvoyExternalAuthorizationGrpcProvider extends Message {

  EnvoyExternalAuthorizationGrpcProvider() {}

  /** The service at this host and port. */
  public static EnvoyExternalAuthorizationGrpcProvider envoyExternalAuthorizationGrpcProvider(
      String service, long port) {
    return ImmutableEnvoyExternalAuthorizationGrpcProvider.builder()
        .service(service)
        .port(port)
        .build();
  }

  /**
   * The authorizer, as {@code HOST} or {@code NAMESPACE/HOST}; the host is one of the registry.
   * Required by Istio.
   */
  public abstract Optional<String> service();

  /** A copy with this {@link #service()}. */
  public abstract EnvoyExternalAuthorizationGrpcProvider service(String service);

  /** 1 to 65535. Required by Istio. */
  public abstract Optional<Long> port();

  /** A copy with this {@link #port()}. */
  public abstract EnvoyExternalAuthorizationGrpcProvider port(long port);

  /** How long an answer may take. Default 600 s. */
  public abstract Optional<Duration> timeout();

  /** A copy with this {@link #timeout()}. */
  public abstract EnvoyExternalAuthorizationGrpcProvider timeout(Duration timeout);

  /** Whether requests pass when the authorizer fails. Default false: they are refused with 403. */
  public abstract Optional<Boolean> failOpen();

  /** A copy with this {@link #failOpen()}. */
  public abstract EnvoyExternalAuthorizationGrpcProvider failOpen(boolean failOpen);

  /** Whether the route is looked up again after headers changed. Default false. */
  public abstract Optional<Boolean> clearRouteCache();

  /** A copy with this {@link #clearRouteCache()}. */
  public abstract EnvoyExternalAuthorizationGrpcProvider clearRouteCache(boolean clearRouteCache);

  /** The status when the authorizer fails, as text. Default 403. */
  public abstract Optional<String> statusOnError();

  /** A copy with this {@link #statusOnError()}. */
  public abstract EnvoyExternalAuthorizationGrpcProvider statusOnError(String statusOnError);

  /** Whether and how much of the body the authorizer sees. Default: nothing. */
  public abstract Optional<EnvoyExternalAuthorizationRequestBody> includeRequestBodyInCheck();

  /** A copy with this {@link #includeRequestBodyInCheck()}. */
  public abstract EnvoyExternalAuthorizationGrpcProvider includeRequestBodyInCheck(
      EnvoyExternalAuthorizationRequestBody includeRequestBodyInCheck);

  static EnvoyExternalAuthorizationGrpcProvider read(FieldReader in) {
    return ImmutableEnvoyExternalAuthorizationGrpcProvider.builder()
        .origin(in.origin())
        .service(in.string("service"))
        .port(in.uint32("port"))
        .timeout(in.duration("timeout"))
        .failOpen(in.bool("failOpen"))
        .clearRouteCache(in.bool("clearRouteCache"))
        .statusOnError(in.string("statusOnError"))
        .includeRequestBodyInCheck(
            in.message("includeRequestBodyInCheck", EnvoyExternalAuthorizationRequestBody::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("service", service());
    out.int64("port", port());
    out.duration("timeout", timeout());
    out.bool("failOpen", failOpen());
    out.bool("clearRouteCache", clearRouteCache());
    out.string("statusOnError", statusOnError());
    out.message("includeRequestBodyInCheck", includeRequestBodyInCheck());
  }
}
