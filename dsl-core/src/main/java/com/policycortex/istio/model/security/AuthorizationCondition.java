package com.policycortex.istio.model.security;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import org.immutables.value.Value;

/**
 * A condition on an attribute.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/security/authorization-policy/#Condition">AuthorizationCondition</a>
 */
@IstioStyle
@Value.Immutable
public abstract class AuthorizationCondition extends Message {

  AuthorizationCondition() {}

  /** A condition on this attribute. */
  public static AuthorizationCondition authorizationCondition(String key) {
    return ImmutableAuthorizationCondition.builder().key(key).build();
  }

  /** The attribute, for example {@code request.auth.claims[role]}. */
  public abstract String key();

  /** A copy with this {@link #key()}. */
  public abstract AuthorizationCondition key(String key);

  /** One of them must match. */
  public abstract List<String> values();

  /** A copy with this {@link #values()}. */
  public abstract AuthorizationCondition values(Iterable<String> values);

  /** A copy with these added to {@link #values()}. */
  public final AuthorizationCondition values(String first, String... more) {
    return values(added(values(), first, more));
  }

  /** None of them may match. */
  public abstract List<String> notValues();

  /** A copy with this {@link #notValues()}. */
  public abstract AuthorizationCondition notValues(Iterable<String> notValues);

  /** A copy with these added to {@link #notValues()}. */
  public final AuthorizationCondition notValues(String first, String... more) {
    return notValues(added(notValues(), first, more));
  }

  static AuthorizationCondition read(FieldReader in) {
    return ImmutableAuthorizationCondition.builder()
        .origin(in.origin())
        .key(in.requiredString("key"))
        .values(in.strings("values"))
        .notValues(in.strings("notValues"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("key", key());
    out.strings("values", values());
    out.strings("notValues", notValues());
  }
}
