package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.yaml.Node.Mapping;
import com.policycortex.istio.yaml.Node.Scalar;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Documents that Helm has not rendered yet. */
final class HelmTemplates {

  /** What every template has. */
  static final String OPEN = "{{";

  private static final Pattern OF_HELM =
      Pattern.compile(
          "\\{\\{-?\\s*(\\$?\\.(Values|Release|Chart|Capabilities|Files)\\b|(include|template|tpl)\\s)");

  private HelmTemplates() {}

  /** The finding in place of what the parser says of a document that has a template. */
  static Problem instead(Document document) {
    return problem(
        document,
        document.text().indexOf(OPEN),
        Severity.ERROR,
        "this is a Helm template, no manifest yet");
  }

  /**
   * A template in quotes, which YAML takes for a text. ConfigMaps and Secrets may hold templates
   * for others to render, such as the injector's.
   */
  static Optional<Problem> within(Document document, Node root) {
    Matcher template = OF_HELM.matcher(document.text());
    if (mayHoldTemplates(root) || !template.find()) {
      return Optional.empty();
    }
    return Optional.of(
        problem(
            document,
            template.start(),
            Severity.WARNING,
            "Helm would fill this in; as it stands it is a text"));
  }

  private static boolean mayHoldTemplates(Node root) {
    return root instanceof Mapping object
        && object.entries().stream()
            .filter(entry -> entry.name().equals("kind"))
            .map(Node.Entry::value)
            .anyMatch(
                kind ->
                    kind instanceof Scalar scalar
                        && (scalar.value().equals("ConfigMap")
                            || scalar.value().equals("Secret")
                            || scalar.value().endsWith("List")));
  }

  private static Problem problem(Document document, int at, Severity severity, String message) {
    String before = document.text().substring(0, at);
    return new Problem(
        severity,
        "YAML-HELM-TEMPLATE",
        message,
        "lint what helm template prints",
        document.line() + (int) before.chars().filter(c -> c == '\n').count(),
        at - before.lastIndexOf('\n'));
  }
}
