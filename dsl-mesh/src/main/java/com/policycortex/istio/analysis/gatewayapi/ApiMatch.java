package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.matching.Attribute;
import com.policycortex.istio.matching.RequestSet;
import com.policycortex.istio.matching.text.Language;
import com.policycortex.istio.mesh.ApiRoute;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One match of a rule of an HTTPRoute or GRPCRoute, or a rule without any.
 *
 * @param route the route
 * @param rule the rule's place in it
 * @param match the match's place in the rule; -1 for a rule without any
 * @param path what kind of path it asks for, the first to be tried last
 * @param length the length of that path
 * @param method whether an HTTPRoute asks for a method
 * @param headers how many headers it asks for
 * @param parameters how many parameters of the query it asks for
 * @param set the requests that it holds for
 */
record ApiMatch(
    RawManifest route,
    int rule,
    int match,
    Path path,
    int length,
    boolean method,
    int headers,
    int parameters,
    RequestSet set) {

  // sortHTTPRoutes of istiod's pilot/pkg/config/kube/gateway/conversion.go
  private static final Comparator<ApiMatch> ORDER =
      Comparator.comparing(ApiMatch::path)
          .thenComparing(ApiMatch::length)
          .thenComparing(ApiMatch::method)
          .thenComparing(ApiMatch::headers)
          .thenComparing(ApiMatch::parameters)
          .reversed();

  /** Kinds of paths, the last to be tried first. */
  enum Path {
    /** A rule of a GRPCRoute without matches. */
    NO_MATCH,
    /** A match of a GRPCRoute without a method. */
    NONE,
    /** An expression. */
    EXPRESSION,
    /** A prefix, whole segments. */
    PREFIX,
    /** The whole path. */
    EXACT
  }

  private record Asked(Path path, String text) {}

  /** All matches of routes that are joined in this order, as they are tried. */
  static List<ApiMatch> inOrder(List<RawManifest> routes) {
    List<ApiMatch> all = new ArrayList<>();
    for (RawManifest route : routes) {
      boolean http = route.kindName().equals("HTTPRoute");
      List<JsonObject> rules = new ApiRoute(route).rules();
      for (int i = 0; i < rules.size(); i++) {
        List<JsonObject> matches = Untyped.objects(rules.get(i), "matches");
        if (matches.isEmpty()) {
          // The API server writes a prefix of / into an HTTPRoute, and nothing into a GRPCRoute.
          Asked none = http ? new Asked(Path.PREFIX, "/") : new Asked(Path.NO_MATCH, "");
          all.add(of(route, i, -1, none, new JsonObject(Map.of())));
        }
        for (int j = 0; j < matches.size(); j++) {
          Asked asked = http ? askedPath(matches.get(j)) : askedMethod(matches.get(j));
          all.add(of(route, i, j, asked, matches.get(j)));
        }
      }
    }
    all.sort(ORDER);
    return all;
  }

  private static ApiMatch of(RawManifest route, int rule, int match, Asked asked, JsonObject body) {
    RequestSet set = requests(asked);
    String method =
        route.kindName().equals("HTTPRoute") ? Untyped.text(body, "method").orElse("") : "";
    if (!method.isEmpty()) {
      set = set.and(RequestSet.where(Attribute.METHOD, Language.exact(method)));
    }
    Map<String, Language> headers = named(body, "headers");
    for (Map.Entry<String, Language> header : headers.entrySet()) {
      set = set.and(RequestSet.where(Attribute.header(header.getKey()), header.getValue()));
    }
    Map<String, Language> parameters = named(body, "queryParams");
    for (Map.Entry<String, Language> parameter : parameters.entrySet()) {
      set =
          set.and(
              RequestSet.where(Attribute.queryParameter(parameter.getKey()), parameter.getValue()));
    }
    return new ApiMatch(
        route,
        rule,
        match,
        asked.path(),
        asked.text().length(),
        !method.isEmpty(),
        headers.size(),
        parameters.size(),
        set);
  }

  private static Asked askedPath(JsonObject match) {
    JsonObject path = Untyped.object(match, "path");
    String value = Untyped.text(path, "value").orElse("/");
    return switch (Untyped.text(path, "type").orElse("PathPrefix")) {
      case "Exact" -> new Asked(Path.EXACT, value);
      case "RegularExpression" -> new Asked(Path.EXPRESSION, value);
      default ->
          new Asked(
              Path.PREFIX,
              value.endsWith("/") && value.length() > 1
                  ? value.substring(0, value.length() - 1)
                  : value);
    };
  }

  // The path of gRPC is /service/method.
  private static Asked askedMethod(JsonObject match) {
    JsonObject method = Untyped.object(match, "method");
    String service = Untyped.text(method, "service").orElse("");
    String name = Untyped.text(method, "method").orElse("");
    if (service.isEmpty() && name.isEmpty()) {
      return new Asked(Path.NONE, "");
    }
    if (service.isEmpty()) {
      return new Asked(Path.EXPRESSION, "/[^/]+/" + name);
    }
    if (Untyped.text(method, "type").orElse("Exact").equals("Exact")) {
      return name.isEmpty()
          ? new Asked(Path.PREFIX, "/" + service + "/")
          : new Asked(Path.EXACT, "/" + service + "/" + name);
    }
    return new Asked(Path.EXPRESSION, "/" + service + "/" + (name.isEmpty() ? ".+" : name));
  }

  private static RequestSet requests(Asked asked) {
    String text = asked.text();
    return switch (asked.path()) {
      case NO_MATCH, NONE -> RequestSet.all();
      case EXACT -> RequestSet.where(Attribute.PATH, Language.exact(text));
      case EXPRESSION -> RequestSet.where(Attribute.PATH, Language.regex(text));
      case PREFIX -> {
        if (text.equals("/")) {
          yield RequestSet.all();
        }
        RequestSet below =
            RequestSet.where(
                Attribute.PATH, Language.prefix(text.endsWith("/") ? text : text + "/"));
        yield RequestSet.where(Attribute.PATH, Language.exact(text)).or(below);
      }
    };
  }

  private static Map<String, Language> named(JsonObject match, String field) {
    Map<String, Language> all = new LinkedHashMap<>();
    for (JsonObject entry : Untyped.objects(match, field)) {
      String value = Untyped.text(entry, "value").orElse("");
      boolean exact = Untyped.text(entry, "type").orElse("Exact").equals("Exact");
      all.put(
          Untyped.text(entry, "name").orElse(""),
          exact ? Language.exact(value) : Language.regex(value));
    }
    return all;
  }

  /** {@code spec.rules[0].matches[1]}. */
  String place() {
    return "spec.rules[" + rule + "]" + (match < 0 ? "" : ".matches[" + match + "]");
  }

  /** What becomes of its requests, to be compared with that of others. */
  Map<String, JsonValue> outcome() {
    Map<String, JsonValue> outcome =
        new LinkedHashMap<>(new ApiRoute(route).rules().get(rule).fields());
    outcome.remove("matches");
    outcome.remove("name");
    return outcome;
  }
}
