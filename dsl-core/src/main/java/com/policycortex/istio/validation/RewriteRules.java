package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.HttpRewrite;
import com.policycortex.istio.model.networking.RegexRewrite;
import java.util.Optional;

/** Rewrites of path and authority. */
final class RewriteRules {

  static final RuleSet<HttpRewrite> RULES =
      RuleSet.of(HttpRewrite.class)
          .error(
              "VS-REWRITE-BOTH",
              Gate.ISTIOD,
              "Keep one of uri and uriRegexRewrite",
              (rewrite, report) -> {
                if (Text.isSet(rewrite.uri()) && rewrite.uriRegexRewrite().isPresent()) {
                  report.add("uri", "The rewrite has both uri and uriRegexRewrite");
                }
              })
          .error(
              "VS-REWRITE-EMPTY",
              Gate.ISTIOD,
              "Write uri, uriRegexRewrite or authority",
              (rewrite, report) -> {
                if (!Text.isSet(rewrite.uri())
                    && !Text.isSet(rewrite.authority())
                    && rewrite.uriRegexRewrite().isEmpty()) {
                  report.add("", "The rewrite changes nothing");
                }
              })
          .error(
              "VS-REWRITE-REGEX-FIELDS",
              Gate.ISTIOD,
              "Write both match and rewrite",
              (rewrite, report) -> {
                Optional<RegexRewrite> regex = rewrite.uriRegexRewrite();
                if (regex.isPresent()
                    && !(Text.isSet(regex.get().match()) && Text.isSet(regex.get().rewrite()))) {
                  report.add("uriRegexRewrite", "The rewrite by regex lacks match or rewrite");
                }
              })
          .error(
              "VS-REWRITE-REGEX",
              Gate.ISTIOD,
              "Write an RE2 expression of at most 1024 bytes",
              (rewrite, report) -> {
                Optional<RegexRewrite> regex = rewrite.uriRegexRewrite();
                if (regex.isPresent()) {
                  String problem = Regexes.problem(regex.get().match().orElse(""));
                  if (problem != null) {
                    report.add("uriRegexRewrite.match", problem);
                  }
                }
              })
          .build();

  private RewriteRules() {}
}
