package com.policycortex.istio.dsl;

import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.StringMatch;
import java.util.Map;

/**
 * A query parameter that a condition is about.
 *
 * @param name its name, with case
 */
public record QueryParameterSubject(String name) implements Condition.TextSubject {

  @Override
  public Condition matches(StringMatch match) {
    return Condition.of(HttpMatchRequest.httpMatchRequest().queryParams(Map.of(name, match)));
  }
}
