package com.policycortex.istio.model.security;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How the tokens of one issuer are verified and where they are found.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/security/request_authentication/#JWTRule">JwtRule</a>
 */
@IstioStyle
@Value.Immutable
public abstract class JwtRule extends Message {

  JwtRule() {}

  /** A value that sets nothing yet. */
  public static JwtRule jwtRule() {
    return ImmutableJwtRule.builder().build();
  }

  /** The {@code iss} claim. */
  public abstract Optional<String> issuer();

  /** A copy with this {@link #issuer()}. */
  public abstract JwtRule issuer(String issuer);

  /** One must be among the {@code aud} claims. Empty: the claim is not checked. */
  public abstract List<String> audiences();

  /** A copy with this {@link #audiences()}. */
  public abstract JwtRule audiences(Iterable<String> audiences);

  /** A copy with these added to {@link #audiences()}. */
  public final JwtRule audiences(String first, String... more) {
    return audiences(added(audiences(), first, more));
  }

  /** Where the public keys are fetched. Default: found by OpenID discovery of the issuer. */
  public abstract Optional<String> jwksUri();

  /** A copy with this {@link #jwksUri()}. */
  public abstract JwtRule jwksUri(String jwksUri);

  /** {@code jwks_uri}, the older spelling. */
  public abstract Optional<String> jwksUriLegacy();

  /** The public keys themselves, as JSON. */
  public abstract Optional<String> jwks();

  /** A copy with this {@link #jwks()}. */
  public abstract JwtRule jwks(String jwks);

  /** Headers with the token. Default: Authorization with Bearer. */
  public abstract List<JwtHeader> fromHeaders();

  /** A copy with this {@link #fromHeaders()}. */
  public abstract JwtRule fromHeaders(Iterable<? extends JwtHeader> fromHeaders);

  /** A copy with these added to {@link #fromHeaders()}. */
  public final JwtRule fromHeaders(JwtHeader first, JwtHeader... more) {
    return fromHeaders(added(fromHeaders(), first, more));
  }

  /** Query parameters with the token. */
  public abstract List<String> fromParams();

  /** A copy with this {@link #fromParams()}. */
  public abstract JwtRule fromParams(Iterable<String> fromParams);

  /** A copy with these added to {@link #fromParams()}. */
  public final JwtRule fromParams(String first, String... more) {
    return fromParams(added(fromParams(), first, more));
  }

  /** Cookies with the token. */
  public abstract List<String> fromCookies();

  /** A copy with this {@link #fromCookies()}. */
  public abstract JwtRule fromCookies(Iterable<String> fromCookies);

  /** A copy with these added to {@link #fromCookies()}. */
  public final JwtRule fromCookies(String first, String... more) {
    return fromCookies(added(fromCookies(), first, more));
  }

  /** A header that gets the payload in base64url. */
  public abstract Optional<String> outputPayloadToHeader();

  /** A copy with this {@link #outputPayloadToHeader()}. */
  public abstract JwtRule outputPayloadToHeader(String outputPayloadToHeader);

  /** Whether the token is passed on. Default false. */
  public abstract Optional<Boolean> forwardOriginalToken();

  /** A copy with this {@link #forwardOriginalToken()}. */
  public abstract JwtRule forwardOriginalToken(boolean forwardOriginalToken);

  /** Claims that are copied into headers; what the client sent there is replaced. */
  public abstract List<ClaimToHeader> outputClaimToHeaders();

  /** A copy with this {@link #outputClaimToHeaders()}. */
  public abstract JwtRule outputClaimToHeaders(
      Iterable<? extends ClaimToHeader> outputClaimToHeaders);

  /** A copy with these added to {@link #outputClaimToHeaders()}. */
  public final JwtRule outputClaimToHeaders(ClaimToHeader first, ClaimToHeader... more) {
    return outputClaimToHeaders(added(outputClaimToHeaders(), first, more));
  }

  /** For fetching the keys. Default 5 s. */
  public abstract Optional<Duration> timeout();

  /** A copy with this {@link #timeout()}. */
  public abstract JwtRule timeout(Duration timeout);

  /** More claims that are read as lists of words. */
  public abstract List<String> spaceDelimitedClaims();

  /** A copy with this {@link #spaceDelimitedClaims()}. */
  public abstract JwtRule spaceDelimitedClaims(Iterable<String> spaceDelimitedClaims);

  /** A copy with these added to {@link #spaceDelimitedClaims()}. */
  public final JwtRule spaceDelimitedClaims(String first, String... more) {
    return spaceDelimitedClaims(added(spaceDelimitedClaims(), first, more));
  }

  static JwtRule read(FieldReader in) {
    return ImmutableJwtRule.builder()
        .origin(in.origin())
        .issuer(in.string("issuer"))
        .audiences(in.strings("audiences"))
        .jwksUri(in.string("jwksUri"))
        .jwksUriLegacy(in.string("jwks_uri"))
        .jwks(in.string("jwks"))
        .fromHeaders(in.messages("fromHeaders", JwtHeader::read))
        .fromParams(in.strings("fromParams"))
        .fromCookies(in.strings("fromCookies"))
        .outputPayloadToHeader(in.string("outputPayloadToHeader"))
        .forwardOriginalToken(in.bool("forwardOriginalToken"))
        .outputClaimToHeaders(in.messages("outputClaimToHeaders", ClaimToHeader::read))
        .timeout(in.duration("timeout"))
        .spaceDelimitedClaims(in.strings("spaceDelimitedClaims"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("issuer", issuer());
    out.strings("audiences", audiences());
    out.string("jwksUri", jwksUri());
    out.string("jwks_uri", jwksUriLegacy());
    out.string("jwks", jwks());
    out.messages("fromHeaders", fromHeaders());
    out.strings("fromParams", fromParams());
    out.strings("fromCookies", fromCookies());
    out.string("outputPayloadToHeader", outputPayloadToHeader());
    out.bool("forwardOriginalToken", forwardOriginalToken());
    out.messages("outputClaimToHeaders", outputClaimToHeaders());
    out.duration("timeout", timeout());
    out.strings("spaceDelimitedClaims", spaceDelimitedClaims());
  }
}
