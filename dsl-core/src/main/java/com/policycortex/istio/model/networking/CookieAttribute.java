package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An attribute of a cookie that is made.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings-ConsistentHashLB-HTTPCookie-Attribute">CookieAttribute</a>
 */
@IstioStyle
@Value.Immutable
public abstract class CookieAttribute extends Message {

  CookieAttribute() {}

  /** The attribute of this name. */
  public static CookieAttribute cookieAttribute(String name) {
    return ImmutableCookieAttribute.builder().name(name).build();
  }

  /** Its name. */
  public abstract String name();

  /** A copy with this {@link #name()}. */
  public abstract CookieAttribute name(String name);

  /** Its value; absent for a flag. */
  public abstract Optional<String> value();

  /** A copy with this {@link #value()}. */
  public abstract CookieAttribute value(String value);

  static CookieAttribute read(FieldReader in) {
    return ImmutableCookieAttribute.builder()
        .origin(in.origin())
        .name(in.requiredString("name"))
        .value(in.string("value"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("name", name());
    out.string("value", value());
  }
}
