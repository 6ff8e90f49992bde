package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.model.security.AuthorizationCondition;
import com.policycortex.istio.model.security.AuthorizationOperation;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.policycortex.istio.model.security.AuthorizationSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a rule of access asks of requests, which connections do not have. */
final class RequestFields {

  private static final Map<String, Function<AuthorizationSource, List<String>>> OF_SOURCES =
      new LinkedHashMap<>();
  private static final Map<String, Function<AuthorizationOperation, List<String>>> OF_OPERATIONS =
      new LinkedHashMap<>();

  static {
    OF_SOURCES.put("requestPrincipals", AuthorizationSource::requestPrincipals);
    OF_SOURCES.put("notRequestPrincipals", AuthorizationSource::notRequestPrincipals);
    OF_OPERATIONS.put("methods", AuthorizationOperation::methods);
    OF_OPERATIONS.put("notMethods", AuthorizationOperation::notMethods);
    OF_OPERATIONS.put("paths", AuthorizationOperation::paths);
    OF_OPERATIONS.put("notPaths", AuthorizationOperation::notPaths);
    OF_OPERATIONS.put("hosts", AuthorizationOperation::hosts);
    OF_OPERATIONS.put("notHosts", AuthorizationOperation::notHosts);
  }

  /**
   * A field of a rule.
   *
   * @param path its path within the rule, for example {@code to[0].operation.methods}
   * @param name what it is called, for example {@code methods}
   */
  record Field(String path, String name) {}

  private RequestFields() {}

  /** The first one of an operation. */
  static Optional<Field> ofOperation(AuthorizationRule rule, int to) {
    return rule.to()
        .get(to)
        .operation()
        .flatMap(operation -> first(operation, OF_OPERATIONS, "to[" + to + "].operation."));
  }

  /** The first one of all sources and conditions. */
  static Optional<Field> ofSources(AuthorizationRule rule) {
    for (int i = 0; i < rule.from().size(); i++) {
      Optional<AuthorizationSource> source = rule.from().get(i).source();
      if (source.isPresent()) {
        Optional<Field> field = first(source.get(), OF_SOURCES, "from[" + i + "].source.");
        if (field.isPresent()) {
          return field;
        }
      }
    }
    for (int i = 0; i < rule.when().size(); i++) {
      AuthorizationCondition condition = rule.when().get(i);
      if (condition.key().startsWith("request.")) {
        return Optional.of(new Field("when[" + i + "].key", condition.key()));
      }
    }
    return Optional.empty();
  }

  /** The first one of the rule; empty where all that it asks can be asked of connections. */
  static Optional<Field> first(AuthorizationRule rule) {
    for (int i = 0; i < rule.to().size(); i++) {
      Optional<Field> field = ofOperation(rule, i);
      if (field.isPresent()) {
        return field;
      }
    }
    return ofSources(rule);
  }

  /** True if without these fields the rule asks for nothing but ports. */
  static boolean areAll(AuthorizationRule rule) {
    boolean anybody =
        rule.from().isEmpty()
            || rule.from().stream()
                .anyMatch(from -> from.source().filter(it -> !asksMore(it)).isPresent());
    boolean always =
        rule.when().stream()
            .allMatch(
                it -> it.key().startsWith("request.") || it.key().equals(PolicyPorts.CONDITION));
    return anybody && always;
  }

  private static boolean asksMore(AuthorizationSource source) {
    AuthorizationSource rest = source.requestPrincipals(List.of()).notRequestPrincipals(List.of());
    return !rest.equals(AuthorizationSource.authorizationSource());
  }

  private static <T> Optional<Field> first(
      T of, Map<String, Function<T, List<String>>> fields, String path) {
    return fields.entrySet().stream()
        .filter(field -> !field.getValue().apply(of).isEmpty())
        .map(field -> new Field(path + field.getKey(), field.getKey()))
        .findFirst();
  }
}
