package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.HttpRedirect;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.RedirectPort;
import com.policycortex.istio.model.networking.StringMatch;
import java.util.Optional;

/** Redirects. */
final class RedirectRules {

  static final RuleSet<HttpRedirect> RULES =
      RuleSet.of(HttpRedirect.class)
          .error(
              "VS-REDIRECT-URI-PREFIX",
              Gate.ISTIOD,
              "Keep one of uri and prefixRewrite",
              (redirect, report) -> {
                if (Text.isSet(redirect.uri()) && Text.isSet(redirect.prefixRewrite())) {
                  report.add("uri", "The redirect has both uri and prefixRewrite");
                }
              })
          .error(
              "VS-REDIRECT-PREFIX-MATCH",
              Gate.ISTIOD,
              "Match the uri by prefix: that is what prefixRewrite replaces",
              (redirect, report) -> {
                if (Text.isSet(redirect.prefixRewrite())
                    && report.enclosing(1) instanceof HttpRoute route
                    && matchesOtherThanPrefix(route)) {
                  report.add(
                      "prefixRewrite", "The route does not match the uri by prefix everywhere");
                }
              })
          .error(
              "VS-REDIRECT-EMPTY",
              Gate.ISTIOD,
              "Write uri, prefixRewrite, authority, scheme, port or derivePort",
              (redirect, report) -> {
                if (!Text.isSet(redirect.uri())
                    && !Text.isSet(redirect.prefixRewrite())
                    && !Text.isSet(redirect.authority())
                    && !Text.isSet(redirect.scheme())
                    && redirect.redirectPort().isEmpty()) {
                  report.add("", "The redirect changes nothing");
                }
              })
          .error(
              "VS-REDIRECT-CODE",
              Gate.ISTIOD,
              "Write a status from 300 to 399",
              (redirect, report) -> {
                long code = redirect.redirectCode().orElse(0L);
                if (code != 0 && (code < 300 || code > 399)) {
                  report.add("redirectCode", code + " is not the status of a redirect");
                }
              })
          .error(
              "VS-REDIRECT-SCHEME",
              Gate.ISTIOD,
              "Write http or https",
              (redirect, report) -> {
                String scheme = redirect.scheme().orElse("");
                if (!scheme.isEmpty() && !scheme.equals("http") && !scheme.equals("https")) {
                  report.add("scheme", Text.quote(scheme) + " is neither http nor https");
                }
              })
          .error(
              "VS-REDIRECT-PORT",
              Gate.ISTIOD,
              "Write a port from 1 to 65535",
              (redirect, report) -> {
                if (redirect.redirectPort().orElse(null) instanceof RedirectPort.Port port
                    && port.value() != 0
                    && !NumberRules.isPort(port.value())) {
                  report.add("port", "Port " + port.value() + " is outside 1 to 65535");
                }
              })
          .build();

  private RedirectRules() {}

  private static boolean matchesOtherThanPrefix(HttpRoute route) {
    for (HttpMatchRequest match : route.match()) {
      Optional<StringMatch> uri = match.uri();
      if (uri.isPresent() && !(uri.get() instanceof StringMatch.Prefix)) {
        return true;
      }
    }
    return false;
  }
}
