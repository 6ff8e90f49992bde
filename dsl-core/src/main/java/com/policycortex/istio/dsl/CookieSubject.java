package com.policycortex.istio.dsl;

import com.google.re2j.Pattern;

/**
 * A cookie that a condition is about. Istio matches the whole {@code cookie} header, so this writes
 * the regular expression that finds one cookie in it.
 *
 * @param name the cookie's name, with case
 */
public record CookieSubject(String name) {

  /** The cookie has this value. */
  public Condition exact(String value) {
    return regex(Pattern.quote(value));
  }

  /** The cookie is there, with any value. */
  public Condition present() {
    return regex("[^;]*");
  }

  /** The whole value of the cookie matches this RE2 expression. */
  public Condition regex(String value) {
    return new HeaderSubject("cookie")
        .regex("^(.*;\\s*)?" + Pattern.quote(name) + "=(" + value + ")(\\s*;.*)?$");
  }
}
