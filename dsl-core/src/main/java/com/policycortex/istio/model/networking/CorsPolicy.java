package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who may call from a browser on another origin.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#CorsPolicy">CorsPolicy</a>
 */
@IstioStyle
@Value.Immutable
public abstract class CorsPolicy extends Message {

  CorsPolicy() {}

  /** A value that sets nothing yet. */
  public static CorsPolicy corsPolicy() {
    return ImmutableCorsPolicy.builder().build();
  }

  /** Former form of {@link #allowOrigins()}: exact texts only. */
  public abstract List<String> allowOrigin();

  /** The origins; no match may be empty. */
  public abstract List<StringMatch> allowOrigins();

  /** A copy with this {@link #allowOrigins()}. */
  public abstract CorsPolicy allowOrigins(Iterable<? extends StringMatch> allowOrigins);

  /** A copy with these added to {@link #allowOrigins()}. */
  public final CorsPolicy allowOrigins(StringMatch first, StringMatch... more) {
    return allowOrigins(added(allowOrigins(), first, more));
  }

  /** The methods. */
  public abstract List<String> allowMethods();

  /** A copy with this {@link #allowMethods()}. */
  public abstract CorsPolicy allowMethods(Iterable<String> allowMethods);

  /** A copy with these added to {@link #allowMethods()}. */
  public final CorsPolicy allowMethods(String first, String... more) {
    return allowMethods(added(allowMethods(), first, more));
  }

  /** The request headers. */
  public abstract List<String> allowHeaders();

  /** A copy with this {@link #allowHeaders()}. */
  public abstract CorsPolicy allowHeaders(Iterable<String> allowHeaders);

  /** A copy with these added to {@link #allowHeaders()}. */
  public final CorsPolicy allowHeaders(String first, String... more) {
    return allowHeaders(added(allowHeaders(), first, more));
  }

  /** The response headers that scripts may read. */
  public abstract List<String> exposeHeaders();

  /** A copy with this {@link #exposeHeaders()}. */
  public abstract CorsPolicy exposeHeaders(Iterable<String> exposeHeaders);

  /** A copy with these added to {@link #exposeHeaders()}. */
  public final CorsPolicy exposeHeaders(String first, String... more) {
    return exposeHeaders(added(exposeHeaders(), first, more));
  }

  /** How long a preflight answer holds; whole seconds. */
  public abstract Optional<Duration> maxAge();

  /** A copy with this {@link #maxAge()}. */
  public abstract CorsPolicy maxAge(Duration maxAge);

  /** Whether credentials may be sent. */
  public abstract Optional<Boolean> allowCredentials();

  /** A copy with this {@link #allowCredentials()}. */
  public abstract CorsPolicy allowCredentials(boolean allowCredentials);

  /** Preflights from other origins. Default {@link UnmatchedPreflights#FORWARD}. */
  public abstract Optional<UnmatchedPreflights> unmatchedPreflights();

  /** A copy with this {@link #unmatchedPreflights()}. */
  public abstract CorsPolicy unmatchedPreflights(UnmatchedPreflights unmatchedPreflights);

  static CorsPolicy read(FieldReader in) {
    return ImmutableCorsPolicy.builder()
        .origin(in.origin())
        .allowOrigin(in.strings("allowOrigin"))
        .allowOrigins(in.messages("allowOrigins", StringMatch::read))
        .allowMethods(in.strings("allowMethods"))
        .allowHeaders(in.strings("allowHeaders"))
        .exposeHeaders(in.strings("exposeHeaders"))
        .maxAge(in.duration("maxAge"))
        .allowCredentials(in.bool("allowCredentials"))
        .unmatchedPreflights(in.enumeration("unmatchedPreflights", UnmatchedPreflights.class))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.strings("allowOrigin", allowOrigin());
    out.messages("allowOrigins", allowOrigins());
    out.strings("allowMethods", allowMethods());
    out.strings("allowHeaders", allowHeaders());
    out.strings("exposeHeaders", exposeHeaders());
    out.duration("maxAge", maxAge());
    out.bool("allowCredentials", allowCredentials());
    out.enumeration("unmatchedPreflights", unmatchedPreflights());
  }
}
