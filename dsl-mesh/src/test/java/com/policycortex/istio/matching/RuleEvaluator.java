package com.policycortex.istio.matching;

import com.policycortex.istio.model.security.AuthorizationCondition;
import com.policycortex.istio.model.security.AuthorizationOperation;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.policycortex.istio.model.security.AuthorizationSource;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/** A rule of an AuthorizationPolicy tried on one request, without any set or automaton. */
final class RuleEvaluator {

  private RuleEvaluator() {}

  static boolean matches(AuthorizationRule rule, Request request) {
    return (rule.from().isEmpty()
            || rule.from().stream()
                .anyMatch(from -> from.source().map(s -> source(s, request)).orElse(true)))
        && (rule.to().isEmpty()
            || rule.to().stream()
                .anyMatch(to -> to.operation().map(o -> operation(o, request)).orElse(true)))
        && rule.when().stream().allMatch(when -> condition(when, request));
  }

  private static boolean source(AuthorizationSource source, Request request) {
    return field(source.principals(), source.notPrincipals(), request, RuleEvaluator::principal)
        && field(source.namespaces(), source.notNamespaces(), request, RuleEvaluator::namespace)
        && field(
            source.requestPrincipals(),
            source.notRequestPrincipals(),
            request,
            RuleEvaluator::requestPrincipal);
  }

  private static boolean operation(AuthorizationOperation to, Request request) {
    return field(
            to.hosts(),
            to.notHosts(),
            request,
            (value, sent) ->
                wild(
                    value.toLowerCase(Locale.ROOT),
                    first(sent, Attribute.AUTHORITY).toLowerCase(Locale.ROOT),
                    true))
        && field(
            to.methods(),
            to.notMethods(),
            request,
            (value, sent) -> wild(value, first(sent, Attribute.METHOD), true))
        && field(to.paths(), to.notPaths(), request, RuleEvaluator::path)
        && field(
            to.ports(),
            to.notPorts(),
            request,
            (value, sent) -> value.equals(first(sent, Attribute.DESTINATION_PORT)));
  }

  private static boolean condition(AuthorizationCondition when, Request request) {
    String name = when.key().substring(when.key().indexOf('[') + 1, when.key().length() - 1);
    if (when.key().startsWith("request.headers")) {
      return field(
          when.values(),
          when.notValues(),
          request,
          (value, sent) ->
              sent.values(Attribute.header(name)).stream().anyMatch(v -> wild(value, v, true)));
    }
    return field(
        when.values(),
        when.notValues(),
        request,
        (value, sent) ->
            sent.values(Attribute.claim(name)).stream().anyMatch(v -> wild(value, v, false)));
  }

  private static boolean field(
      List<String> values,
      List<String> not,
      Request request,
      BiPredicate<String, Request> matches) {
    return (values.isEmpty() || values.stream().anyMatch(value -> matches.test(value, request)))
        && not.stream().noneMatch(value -> matches.test(value, request));
  }

  private static boolean principal(String value, Request request) {
    String peer = first(request, Attribute.PRINCIPAL);
    if (value.equals("*")) {
      return !peer.isEmpty();
    }
    return peer.startsWith("spiffe://") && wild(value, peer.substring("spiffe://".length()), false);
  }

  private static boolean namespace(String value, Request request) {
    String peer = first(request, Attribute.PRINCIPAL);
    int at = peer.indexOf("/ns/");
    if (at < 0) {
      return false;
    }
    String namespace = peer.substring(at + 4, peer.indexOf('/', at + 4));
    return wild(value, namespace, true);
  }

  private static boolean requestPrincipal(String value, Request request) {
    String issuer = first(request, Attribute.claim("iss"));
    String subject = first(request, Attribute.claim("sub"));
    if (value.equals("*")) {
      return !issuer.isEmpty() && !subject.isEmpty();
    }
    int slash = value.lastIndexOf('/');
    return wild(value.substring(0, slash), issuer, false)
        && wild(value.substring(slash + 1), subject, false);
  }

  private static boolean path(String value, Request request) {
    String path = first(request, Attribute.PATH_AND_QUERY).replaceFirst("\\?.*", "");
    if (!value.contains("{")) {
      return wild(value, path, false);
    }
    String[] pattern = value.split("/", -1);
    String[] parts = path.split("/", -1);
    for (int i = 0; i < pattern.length; i++) {
      if (pattern[i].equals("{**}")) {
        return i < parts.length;
      }
      boolean one = pattern[i].equals("{*}");
      if (i >= parts.length || (one ? parts[i].isEmpty() : !parts[i].equals(pattern[i]))) {
        return false;
      }
    }
    return parts.length == pattern.length;
  }

  // A star alone needs a text that is not empty, unless an empty one will do.
  private static boolean wild(String value, String text, boolean empty) {
    if (value.equals("*")) {
      return empty || !text.isEmpty();
    }
    if (value.startsWith("*")) {
      return text.endsWith(value.substring(1));
    }
    return value.endsWith("*")
        ? text.startsWith(value.substring(0, value.length() - 1))
        : text.equals(value);
  }

  private static String first(Request request, Attribute attribute) {
    List<String> values = request.values(attribute);
    return values.isEmpty() ? "" : values.get(0);
  }
}
