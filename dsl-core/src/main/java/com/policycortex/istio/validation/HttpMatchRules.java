package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.StringMatch;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.Map;
import java.util.Optional;

/** Conditions of HTTP routes. */
final class HttpMatchRules {

  static final RuleSet<HttpMatchRequest> RULES =
      RuleSet.of(HttpMatchRequest.class)
          .error(
              "VS-JWT-CLAIM-MESH",
              Gate.ISTIOD,
              "Bind the VirtualService to a gateway: claims are known only there",
              (match, report) -> {
                if (!VirtualServiceRules.isBoundToGateway(
                    report.manifestFor("spec.gateways", VirtualService.class))) {
                  claims("headers", match.headers(), report);
                  claims("withoutHeaders", match.withoutHeaders(), report);
                }
              })
          .error(
              "VS-MATCH-HEADER-NAME",
              Gate.ISTIOD,
              "Write a header's name, a pseudo header such as :path, or @request.auth.claims.x",
              (match, report) -> {
                names("headers", match.headers(), report);
                names("withoutHeaders", match.withoutHeaders(), report);
              })
          .rule(StringMatchRules.ofEach("VS-MATCH-HEADER-VALUE", "headers", m -> m.headers()))
          .error(
              "VS-MATCH-WITHOUT-VALUE",
              Gate.ISTIOD,
              "Write a prefix that is not empty, an RE2 expression, or '*' for any value",
              (match, report) -> {
                if (!match.withoutHeaders().isEmpty()) {
                  match.withoutHeaders().forEach((name, value) -> without(name, value, report));
                }
              })
          .error(
              "VS-MATCH-URI",
              Gate.ISTIOD,
              "Write an RE2 expression of at most 1024 bytes",
              (match, report) -> {
                Optional<StringMatch> uri = match.uri();
                if (uri.isPresent()) {
                  String problem = StringMatchRules.problemWithRegex(uri.get());
                  if (problem != null) {
                    report.add("uri", problem);
                  }
                }
              })
          .onlyIf(
              HttpMatchRules::asksMore,
              set ->
                  set.rule(
                          StringMatchRules.of(
                              "VS-MATCH-SCHEME", "scheme", HttpMatchRequest::scheme))
                      .rule(
                          StringMatchRules.of(
                              "VS-MATCH-METHOD", "method", HttpMatchRequest::method))
                      .rule(
                          StringMatchRules.of(
                              "VS-MATCH-AUTHORITY", "authority", HttpMatchRequest::authority))
                      .rule(
                          StringMatchRules.ofEach(
                              "VS-MATCH-QUERY", "queryParams", m -> m.queryParams()))
                      .rule(
                          NumberRules.portOrZero(
                              "VS-MATCH-PORT", Gate.ISTIOD, "port", HttpMatchRequest::port))
                      .error(
                          "VS-MATCH-SOURCE-LABELS",
                          Gate.ISTIOD,
                          "Write labels as Kubernetes takes them",
                          (match, report) ->
                              Labels.check("sourceLabels", match.sourceLabels(), report))
                      .rules(GatewayNameRules.of(HttpMatchRequest::gateways, match -> false))
                      .error(
                          "VS-MATCH-SOURCE-NS",
                          Gate.ISTIOD,
                          "Write the namespace's name",
                          (match, report) -> {
                            Optional<String> namespace = match.sourceNamespace();
                            if (Text.isSet(namespace)) {
                              String problem = DnsNames.problemWithLabel(namespace.get());
                              if (problem != null) {
                                report.add("sourceNamespace", problem);
                              }
                            }
                          }))
          .build();

  private HttpMatchRules() {}

  // Most matches ask for a path and for headers.
  private static boolean asksMore(HttpMatchRequest match) {
    return match.scheme().isPresent()
        || match.method().isPresent()
        || match.authority().isPresent()
        || match.port().isPresent()
        || match.sourceNamespace().isPresent()
        || !match.queryParams().isEmpty()
        || !match.sourceLabels().isEmpty()
        || !match.gateways().isEmpty();
  }

  private static void claims(String field, Map<String, StringMatch> headers, Report report) {
    if (!headers.isEmpty()) {
      for (String name : headers.keySet()) {
        if (HeaderNames.isJwtClaim(name)) {
          report.add(
              field + "[" + name + "]", "A JWT claim cannot be matched outside of a gateway");
        }
      }
    }
  }

  private static void names(String field, Map<String, StringMatch> headers, Report report) {
    if (!headers.isEmpty()) {
      for (String name : headers.keySet()) {
        if (!HeaderNames.isMatchable(name)) {
          report.add(field + "[" + name + "]", Text.quote(name) + " is not the name of a header");
        }
      }
    }
  }

  private static void without(String name, StringMatch value, Report report) {
    boolean any = value instanceof StringMatch.Regex regex && regex.value().equals("*");
    String problem = any ? null : StringMatchRules.problem(value);
    if (problem != null) {
      report.add("withoutHeaders[" + name + "]", problem);
    }
  }
}
