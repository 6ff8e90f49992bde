package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.model.security.AuthorizationOperation;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.policycortex.istio.model.security.AuthorizationSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The sources and operations of a policy with their places. */
final class Sources {

  /** A text of a source with its place. */
  record Named(String path, String value, AuthorizationRule rule) {}

  private Sources() {}

  /** The values of some fields of all sources. */
  static List<Named> of(
      AuthorizationPolicy policy, Map<String, Function<AuthorizationSource, List<String>>> fields) {
    List<Named> named = new ArrayList<>();
    for (int i = 0; i < policy.rules().size(); i++) {
      AuthorizationRule rule = policy.rules().get(i);
      for (int j = 0; j < rule.from().size(); j++) {
        Optional<AuthorizationSource> source = rule.from().get(j).source();
        String path = "spec.rules[" + i + "].from[" + j + "].source.";
        if (source.isPresent()) {
          fields.forEach((name, get) -> add(named, path + name, get.apply(source.get()), rule));
        }
      }
    }
    return named;
  }

  /** The values of some fields of all operations. */
  static List<Named> operations(
      AuthorizationPolicy policy,
      Map<String, Function<AuthorizationOperation, List<String>>> fields) {
    List<Named> named = new ArrayList<>();
    for (int i = 0; i < policy.rules().size(); i++) {
      AuthorizationRule rule = policy.rules().get(i);
      for (int j = 0; j < rule.to().size(); j++) {
        Optional<AuthorizationOperation> operation = rule.to().get(j).operation();
        String path = "spec.rules[" + i + "].to[" + j + "].operation.";
        if (operation.isPresent()) {
          fields.forEach((name, get) -> add(named, path + name, get.apply(operation.get()), rule));
        }
      }
    }
    return named;
  }

  private static void add(
      List<Named> named, String path, List<String> values, AuthorizationRule rule) {
    for (int i = 0; i < values.size(); i++) {
      named.add(new Named(path + "[" + i + "]", values.get(i), rule));
    }
  }
}
