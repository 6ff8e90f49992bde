package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.yaml.Node.Entry;
import com.policycortex.istio.yaml.Node.Mapping;
import com.policycortex.istio.yaml.Node.Scalar;
import com.policycortex.istio.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the place of a field again, in the text that its manifest came from. */
final class Places {

  private Places() {}

  static Finding locate(Finding finding, String text) {
    return root(finding, text)
        .map(root -> DocumentReader.at(root, finding.path()))
        .map(node -> finding.at(Origin.file(finding.origin().file(), node.line(), node.column())))
        .orElse(finding);
  }

  private static Optional<Node> root(Finding finding, String text) {
    int line = finding.origin().line();
    List<Document> before =
        Document.split(text).stream().filter(document -> document.line() <= line).toList();
    if (before.isEmpty()) {
      return Optional.empty();
    }
    try {
      return DocumentParser.parse(before.get(before.size() - 1), new ArrayList<>())
          .flatMap(root -> manifest(root, finding));
    } catch (Problem e) {
      return Optional.empty();
    }
  }

  // A document may be a List of manifests.
  private static Optional<Node> manifest(Node root, Finding finding) {
    if (isNamed(root, finding)) {
      return Optional.of(root);
    }
    if (root instanceof Mapping list) {
      for (Entry entry : list.entries()) {
        if (entry.key().value().equals("items") && entry.value() instanceof Sequence items) {
          return items.elements().stream().filter(item -> isNamed(item, finding)).findFirst();
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isNamed(Node node, Finding finding) {
    return is(node, "kind", finding.resource().kind())
        && is(node, "metadata.name", finding.resource().name());
  }

  private static boolean is(Node node, String path, String value) {
    return DocumentReader.at(node, path) instanceof Scalar scalar && scalar.value().equals(value);
  }
}
