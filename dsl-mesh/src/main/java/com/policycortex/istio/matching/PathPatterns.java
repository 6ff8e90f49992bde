package com.policycortex.istio.matching;

import com.policycortex.istio.matching.text.Language;

/**
 * Paths as an AuthorizationPolicy writes them: exact, with a star at one end, or a template with
 * <code>{*}</code> for a segment and <code>{**}</code> for any rest.
 */
final class PathPatterns {

  // What Envoy lets a template's operators match; neither brackets nor what it escapes.
  private static final String SEGMENT = "[-._~%!$&'()*+,;:@=0-9A-Za-z]+";
  private static final String REST = "[-._~%!$&'()*+,;:@=0-9A-Za-z/]*";

  private PathPatterns() {}

  static Language language(String path) {
    if (!path.contains("{*}") && !path.contains("{**}")) {
      return AuthorizationMatches.text(path);
    }
    StringBuilder expression = new StringBuilder();
    int at = 0;
    while (at < path.length()) {
      int next = path.indexOf('{', at);
      if (next < 0) {
        next = path.length();
      }
      expression.append(AuthorizationMatches.quoted(path.substring(at, next)));
      if (path.startsWith("{*}", next)) {
        expression.append(SEGMENT);
        at = next + 3;
      } else if (path.startsWith("{**}", next)) {
        expression.append(REST);
        at = next + 4;
      } else {
        expression.append(next < path.length() ? "\\{" : "");
        at = next + 1;
      }
    }
    return Language.regex(expression.toString());
  }
}
