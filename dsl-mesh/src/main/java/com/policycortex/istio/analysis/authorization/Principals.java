package com.policycortex.istio.analysis.authorization;

import java.util.Optional;
import java.util.regex.Pattern;

/** What the principals of a policy mean: {@code TRUST_DOMAIN/ns/NAMESPACE/sa/ACCOUNT}. */
record Principals(String trustDomain, String namespace, String account) {

  private static final Pattern FORM = Pattern.compile("([^/*]+|\\*)/ns/([^/*]+)/sa/([^/*]+)");

  /** The parts of a principal; empty where it has another form, or a wildcard within. */
  static Optional<Principals> of(String principal) {
    var form = FORM.matcher(principal);
    return form.matches()
        ? Optional.of(new Principals(form.group(1), form.group(2), form.group(3)))
        : Optional.empty();
  }
}
