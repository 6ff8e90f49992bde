package com.policycortex.istio.dsl;

import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.StringMatch;
import java.util.Locale;
import java.util.Map;

/**
 * A header that a condition is about.
 *
 * @param name its name; written in lower case, as Istio demands
 */
public record HeaderSubject(String name) implements Condition.TextSubject {

  /** Lowers the name. */
  public HeaderSubject {
    name = name.toLowerCase(Locale.ROOT);
  }

  @Override
  public Condition matches(StringMatch match) {
    return Condition.of(HttpMatchRequest.httpMatchRequest().headers(Map.of(name, match)));
  }

  /** The header is there, with any value. */
  public Condition present() {
    return matches(StringMatch.present());
  }

  /** The header is not there. */
  public Condition absent() {
    return matchesNot(StringMatch.present());
  }

  /** The header is absent, or has a value that does not match. */
  public Condition matchesNot(StringMatch match) {
    return Condition.of(HttpMatchRequest.httpMatchRequest().withoutHeaders(Map.of(name, match)));
  }
}
