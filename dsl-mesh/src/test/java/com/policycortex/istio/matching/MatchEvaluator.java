package com.policycortex.istio.matching;

import com.google.re2j.Pattern;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.StringMatch;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A match tried on one request, as Envoy would, without any set or automaton. */
final class MatchEvaluator {

  private MatchEvaluator() {}

  static boolean matches(HttpMatchRequest match, Set<String> gateways, Request request) {
    String gateway = only(request, Attribute.GATEWAY).orElse("mesh");
    if (!gateways.contains(gateway)) {
      return false;
    }
    if (!match.gateways().isEmpty()) {
      if (!match.gateways().contains(gateway)) {
        return false;
      }
    } else {
      for (Map.Entry<String, String> label : match.sourceLabels().entrySet()) {
        Optional<String> has = only(request, Attribute.sourceLabel(label.getKey()));
        if (!has.orElse("").equals(label.getValue())) {
          return false;
        }
      }
      if (match.sourceNamespace().isPresent()
          && !match.sourceNamespace().equals(only(request, Attribute.SOURCE_NAMESPACE))) {
        return false;
      }
    }
    long port = match.port().orElse(0L);
    if (port != 0 && !only(request, Attribute.LISTENER_PORT).equals(Optional.of("" + port))) {
      return false;
    }
    String whole = only(request, Attribute.PATH_AND_QUERY).orElseThrow();
    int mark = whole.indexOf('?');
    String path = mark < 0 ? whole : whole.substring(0, mark);
    String query = mark < 0 ? "" : whole.substring(mark + 1);
    boolean ignoreCase = match.ignoreUriCase().orElse(false);
    return (match.uri().isEmpty() || uri(match.uri().get(), path, ignoreCase))
        && optional(match.method(), request, Attribute.METHOD)
        && optional(match.authority(), request, Attribute.AUTHORITY)
        && optional(match.scheme(), request, Attribute.SCHEME)
        && match.queryParams().entrySet().stream()
            .allMatch(entry -> parameter(entry.getKey(), entry.getValue(), query))
        && match.headers().entrySet().stream()
            .allMatch(
                entry -> {
                  Optional<String> value = only(request, Attribute.header(entry.getKey()));
                  return value.isPresent() && text(entry.getValue(), value.get());
                })
        && match.withoutHeaders().entrySet().stream()
            .allMatch(entry -> without(entry.getKey(), entry.getValue(), request));
  }

  private static boolean without(String name, StringMatch match, Request request) {
    Optional<String> value = only(request, Attribute.header(name));
    boolean presence =
        match instanceof StringMatch.Present
            || (match instanceof StringMatch.Regex regex && regex.value().equals("*"));
    return presence ? value.isEmpty() : !text(match, value.orElse(""));
  }

  private static boolean parameter(String name, StringMatch match, String query) {
    for (String part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      String key = equals < 0 ? part : part.substring(0, equals);
      if (key.equals(name)) {
        return text(match, equals < 0 ? "" : part.substring(equals + 1));
      }
    }
    return false;
  }

  private static boolean optional(
      Optional<StringMatch> match, Request request, Attribute attribute) {
    return match.isEmpty() || text(match.get(), only(request, attribute).orElseThrow());
  }

  private static boolean uri(StringMatch match, String path, boolean ignoreCase) {
    if (ignoreCase && match instanceof StringMatch.Exact exact) {
      return exact.value().toLowerCase(Locale.ROOT).equals(path.toLowerCase(Locale.ROOT));
    }
    if (ignoreCase && match instanceof StringMatch.Prefix prefix) {
      return path.toLowerCase(Locale.ROOT).startsWith(prefix.value().toLowerCase(Locale.ROOT));
    }
    return text(match, path);
  }

  static boolean text(StringMatch match, String text) {
    if (match instanceof StringMatch.Exact exact) {
      return text.equals(exact.value());
    }
    if (match instanceof StringMatch.Prefix prefix) {
      return text.startsWith(prefix.value());
    }
    return !(match instanceof StringMatch.Regex regex)
        || Pattern.compile(regex.value()).matches(text);
  }

  private static Optional<String> only(Request request, Attribute attribute) {
    List<String> values = request.values(attribute);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }
}
