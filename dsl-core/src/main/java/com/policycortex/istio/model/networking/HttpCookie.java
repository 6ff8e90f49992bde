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
 * A cookie for affinity, made if the client has none.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings-ConsistentHashLB-HTTPCookie">HttpCookie</a>
 */
@IstioStyle
@Value.Immutable
public abstract class HttpCookie extends Message {

  HttpCookie() {}

  /** The cookie of this name. */
  public static HttpCookie httpCookie(String name) {
    return ImmutableHttpCookie.builder().name(name).build();
  }

  /** The cookie's name. */
  public abstract String name();

  /** A copy with this {@link #name()}. */
  public abstract HttpCookie name(String name);

  /** Its path. */
  public abstract Optional<String> path();

  /** A copy with this {@link #path()}. */
  public abstract HttpCookie path(String path);

  /** Its lifetime; 0 for a session cookie. Without one no cookie is made. */
  public abstract Optional<Duration> ttl();

  /** A copy with this {@link #ttl()}. */
  public abstract HttpCookie ttl(Duration ttl);

  /** More attributes, for example SameSite. */
  public abstract List<CookieAttribute> attributes();

  /** A copy with this {@link #attributes()}. */
  public abstract HttpCookie attributes(Iterable<? extends CookieAttribute> attributes);

  /** A copy with these added to {@link #attributes()}. */
  public final HttpCookie attributes(CookieAttribute first, CookieAttribute... more) {
    return attributes(added(attributes(), first, more));
  }

  static HttpCookie read(FieldReader in) {
    return ImmutableHttpCookie.builder()
        .origin(in.origin())
        .name(in.requiredString("name"))
        .path(in.string("path"))
        .ttl(in.duration("ttl"))
        .attributes(in.messages("attributes", CookieAttribute::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.string("path", path());
    out.duration("ttl", ttl());
    out.messages("attributes", attributes());
  }
}
