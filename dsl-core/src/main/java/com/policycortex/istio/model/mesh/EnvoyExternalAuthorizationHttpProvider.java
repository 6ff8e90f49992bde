package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An authorizer that is asked by HTTP, for AuthorizationPolicies with action CUSTOM.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-EnvoyExternalAuthorizationHttpProvider">EnvoyExternalAuthorizationHttpProvider</a>
 */
@IstioStyle
@Value.Immutable
public abstract class EnvoyExternalAuthorizationHttpProvider extends Message {

  EnvoyExternalAuthorizationHttpProvider() {}

  /** The service at this host and port. */
  public static EnvoyExternalAuthorizationHttpProvider envoyExternalAuthorizationHttpProvider(
      String service, long port) {
    return ImmutableEnvoyExternalAuthorizationHttpProvider.builder()
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
  public abstract EnvoyExternalAuthorizationHttpProvider service(String service);

  /** 1 to 65535. Required by Istio. */
  public abstract Optional<Long> port();

  /** A copy with this {@link #port()}. */
  public abstract EnvoyExternalAuthorizationHttpProvider port(long port);

  /** How long an answer may take. Default 600 s. */
  public abstract Optional<Duration> timeout();

  /** A copy with this {@link #timeout()}. */
  public abstract EnvoyExternalAuthorizationHttpProvider timeout(Duration timeout);

  /** What is put before the path of the request, for example {@code /check}. */
  public abstract Optional<String> pathPrefix();

  /** A copy with this {@link #pathPrefix()}. */
  public abstract EnvoyExternalAuthorizationHttpProvider pathPrefix(String pathPrefix);

  /** Whether requests pass when the authorizer fails. Default false: they are refused with 403. */
  public abstract Optional<Boolean> failOpen();

  /** A copy with this {@link #failOpen()}. */
  public abstract EnvoyExternalAuthorizationHttpProvider failOpen(boolean failOpen);

  /** Whether the route is looked up again after headers changed. Default false. */
  public abstract Optional<Boolean> clearRouteCache();

  /** A copy with this {@link #clearRouteCache()}. */
  public abstract EnvoyExternalAuthorizationHttpProvider clearRouteCache(boolean clearRouteCache);

  /** The status when the authorizer fails, as text. Default 403. */
  public abstract Optional<String> statusOnError();

  /** A copy with this {@link #statusOnError()}. */
  public abstract EnvoyExternalAuthorizationHttpProvider statusOnError(String statusOnError);

  /** The old name of {@link #includeRequestHeadersInCheck()}; deprecated. */
  public abstract List<String> includeHeadersInCheck();

  /** A copy with this {@link #includeHeadersInCheck()}. */
  public abstract EnvoyExternalAuthorizationHttpProvider includeHeadersInCheck(
      Iterable<String> includeHeadersInCheck);

  /** A copy with these added to {@link #includeHeadersInCheck()}. */
  public final EnvoyExternalAuthorizationHttpProvider includeHeadersInCheck(
      String first, String... more) {
    return includeHeadersInCheck(added(includeHeadersInCheck(), first, more));
  }

  /** Headers of the request that the authorizer sees; {@code abc*} and {@code *abc} allowed. */
  public abstract List<String> includeRequestHeadersInCheck();

  /** A copy with this {@link #includeRequestHeadersInCheck()}. */
  public abstract EnvoyExternalAuthorizationHttpProvider includeRequestHeadersInCheck(
      Iterable<String> includeRequestHeadersInCheck);

  /** A copy with these added to {@link #includeRequestHeadersInCheck()}. */
  public final EnvoyExternalAuthorizationHttpProvider includeRequestHeadersInCheck(
      String first, String... more) {
    return includeRequestHeadersInCheck(added(includeRequestHeadersInCheck(), first, more));
  }

  /** Further headers that the authorizer sees, over those of the request. */
  public abstract Map<String, String> includeAdditionalHeadersInCheck();

  /** A copy with this {@link #includeAdditionalHeadersInCheck()}. */
  public abstract EnvoyExternalAuthorizationHttpProvider includeAdditionalHeadersInCheck(
      Map<String, ? extends String> includeAdditionalHeadersInCheck);

  /** Whether and how much of the body the authorizer sees. Default: nothing. */
  public abstract Optional<EnvoyExternalAuthorizationRequestBody> includeRequestBodyInCheck();

  /** A copy with this {@link #includeRequestBodyInCheck()}. */
  public abstract EnvoyExternalAuthorizationHttpProvider includeRequestBodyInCheck(
      EnvoyExternalAuthorizationRequestBody includeRequestBodyInCheck);

  /** Headers of a positive answer that the application gets. */
  public abstract List<String> headersToUpstreamOnAllow();

  /** A copy with this {@link #headersToUpstreamOnAllow()}. */
  public abstract EnvoyExternalAuthorizationHttpProvider headersToUpstreamOnAllow(
      Iterable<String> headersToUpstreamOnAllow);

  /** A copy with these added to {@link #headersToUpstreamOnAllow()}. */
  public final EnvoyExternalAuthorizationHttpProvider headersToUpstreamOnAllow(
      String first, String... more) {
    return headersToUpstreamOnAllow(added(headersToUpstreamOnAllow(), first, more));
  }

  /** Headers of a negative answer that the client gets. Default: all but the host. */
  public abstract List<String> headersToDownstreamOnDeny();

  /** A copy with this {@link #headersToDownstreamOnDeny()}. */
  public abstract EnvoyExternalAuthorizationHttpProvider headersToDownstreamOnDeny(
      Iterable<String> headersToDownstreamOnDeny);

  /** A copy with these added to {@link #headersToDownstreamOnDeny()}. */
  public final EnvoyExternalAuthorizationHttpProvider headersToDownstreamOnDeny(
      String first, String... more) {
    return headersToDownstreamOnDeny(added(headersToDownstreamOnDeny(), first, more));
  }

  /** Headers of a positive answer that the client gets. */
  public abstract List<String> headersToDownstreamOnAllow();

  /** A copy with this {@link #headersToDownstreamOnAllow()}. */
  public abstract EnvoyExternalAuthorizationHttpProvider headersToDownstreamOnAllow(
      Iterable<String> headersToDownstreamOnAllow);

  /** A copy with these added to {@link #headersToDownstreamOnAllow()}. */
  public final EnvoyExternalAuthorizationHttpProvider headersToDownstreamOnAllow(
      String first, String... more) {
    return headersToDownstreamOnAllow(added(headersToDownstreamOnAllow(), first, more));
  }

  static EnvoyExternalAuthorizationHttpProvider read(FieldReader in) {
    return ImmutableEnvoyExternalAuthorizationHttpProvider.builder()
        .origin(in.origin())
        .service(in.string("service"))
        .port(in.uint32("port"))
        .timeout(in.duration("timeout"))
        .pathPrefix(in.string("pathPrefix"))
        .failOpen(in.bool("failOpen"))
        .clearRouteCache(in.bool("clearRouteCache"))
        .statusOnError(in.string("statusOnError"))
        .includeHeadersInCheck(in.strings("includeHeadersInCheck"))
        .includeRequestHeadersInCheck(in.strings("includeRequestHeadersInCheck"))
        .includeAdditionalHeadersInCheck(in.stringMap("includeAdditionalHeadersInCheck"))
        .includeRequestBodyInCheck(
            in.message("includeRequestBodyInCheck", EnvoyExternalAuthorizationRequestBody::read))
        .headersToUpstreamOnAllow(in.strings("headersToUpstreamOnAllow"))
        .headersToDownstreamOnDeny(in.strings("headersToDownstreamOnDeny"))
        .headersToDownstreamOnAllow(in.strings("headersToDownstreamOnAllow"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("service", service());
    out.int64("port", port());
    out.duration("timeout", timeout());
    out.string("pathPrefix", pathPrefix());
    out.bool("failOpen", failOpen());
    out.bool("clearRouteCache", clearRouteCache());
    out.string("statusOnError", statusOnError());
    out.strings("includeHeadersInCheck", includeHeadersInCheck());
    out.strings("includeRequestHeadersInCheck", includeRequestHeadersInCheck());
    out.stringMap("includeAdditionalHeadersInCheck", includeAdditionalHeadersInCheck());
    out.message("includeRequestBodyInCheck", includeRequestBodyInCheck());
    out.strings("headersToUpstreamOnAllow", headersToUpstreamOnAllow());
    out.strings("headersToDownstreamOnDeny", headersToDownstreamOnDeny());
    out.strings("headersToDownstreamOnAllow", headersToDownstreamOnAllow());
  }
}
