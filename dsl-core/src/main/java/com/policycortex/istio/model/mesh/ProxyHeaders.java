package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Headers that proxies write.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ProxyConfig-ProxyHeaders">ProxyHeaders</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ProxyHeaders extends Message {

  ProxyHeaders() {}

  /** A value that sets nothing yet. */
  public static ProxyHeaders proxyHeaders() {
    return ImmutableProxyHeaders.builder().build();
  }

  /** {@code x-forwarded-client-cert}, at the server. */
  public abstract Optional<ForwardClientCertDetails> forwardedClientCert();

  /** A copy with this {@link #forwardedClientCert()}. */
  public abstract ProxyHeaders forwardedClientCert(ForwardClientCertDetails forwardedClientCert);

  /** What that says. */
  public abstract Optional<SetCurrentClientCertDetails> setCurrentClientCertDetails();

  /** A copy with this {@link #setCurrentClientCertDetails()}. */
  public abstract ProxyHeaders setCurrentClientCertDetails(
      SetCurrentClientCertDetails setCurrentClientCertDetails);

  /** {@code x-request-id}. */
  public abstract Optional<DefaultHeader> requestId();

  /** A copy with this {@link #requestId()}. */
  public abstract ProxyHeaders requestId(DefaultHeader requestId);

  /** {@code server}. */
  public abstract Optional<ServerHeader> server();

  /** A copy with this {@link #server()}. */
  public abstract ProxyHeaders server(ServerHeader server);

  /** {@code x-envoy-attempt-count}. */
  public abstract Optional<DefaultHeader> attemptCount();

  /** A copy with this {@link #attemptCount()}. */
  public abstract ProxyHeaders attemptCount(DefaultHeader attemptCount);

  /** {@code x-envoy-*} for debugging. */
  public abstract Optional<DefaultHeader> envoyDebugHeaders();

  /** A copy with this {@link #envoyDebugHeaders()}. */
  public abstract ProxyHeaders envoyDebugHeaders(DefaultHeader envoyDebugHeaders);

  /** {@code x-envoy-peer-metadata}. */
  public abstract Optional<MetadataExchangeHeaders> metadataExchangeHeaders();

  /** A copy with this {@link #metadataExchangeHeaders()}. */
  public abstract ProxyHeaders metadataExchangeHeaders(
      MetadataExchangeHeaders metadataExchangeHeaders);

  /** Whether HTTP/1 headers keep upper and lower case. Default false. */
  public abstract Optional<Boolean> preserveHttp1HeaderCase();

  /** A copy with this {@link #preserveHttp1HeaderCase()}. */
  public abstract ProxyHeaders preserveHttp1HeaderCase(boolean preserveHttp1HeaderCase);

  /** {@code x-forwarded-host}. */
  public abstract Optional<OptionalHeader> xForwardedHost();

  /** A copy with this {@link #xForwardedHost()}. */
  public abstract ProxyHeaders xForwardedHost(OptionalHeader xForwardedHost);

  /** {@code x-forwarded-port}. */
  public abstract Optional<OptionalHeader> xForwardedPort();

  /** A copy with this {@link #xForwardedPort()}. */
  public abstract ProxyHeaders xForwardedPort(OptionalHeader xForwardedPort);

  static ProxyHeaders read(FieldReader in) {
    return ImmutableProxyHeaders.builder()
        .origin(in.origin())
        .forwardedClientCert(in.enumeration("forwardedClientCert", ForwardClientCertDetails.class))
        .setCurrentClientCertDetails(
            in.message("setCurrentClientCertDetails", SetCurrentClientCertDetails::read))
        .requestId(in.message("requestId", DefaultHeader::read))
        .server(in.message("server", ServerHeader::read))
        .attemptCount(in.message("attemptCount", DefaultHeader::read))
        .envoyDebugHeaders(in.message("envoyDebugHeaders", DefaultHeader::read))
        .metadataExchangeHeaders(
            in.message("metadataExchangeHeaders", MetadataExchangeHeaders::read))
        .preserveHttp1HeaderCase(in.bool("preserveHttp1HeaderCase"))
        .xForwardedHost(in.message("xForwardedHost", OptionalHeader::read))
        .xForwardedPort(in.message("xForwardedPort", OptionalHeader::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.enumeration("forwardedClientCert", forwardedClientCert());
    out.message("setCurrentClientCertDetails", setCurrentClientCertDetails());
    out.message("requestId", requestId());
    out.message("server", server());
    out.message("attemptCount", attemptCount());
    out.message("envoyDebugHeaders", envoyDebugHeaders());
    out.message("metadataExchangeHeaders", metadataExchangeHeaders());
    out.bool("preserveHttp1HeaderCase", preserveHttp1HeaderCase());
    out.message("xForwardedHost", xForwardedHost());
    out.message("xForwardedPort", xForwardedPort());
  }
}
