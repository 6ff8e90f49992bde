package com.policycortex.istio.yaml;

import com.policycortex.istio.yaml.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * YAML that is the text of a field, as MeshConfig is in a ConfigMap, with the places that it has in
 * the file around it.
 */
final class EmbeddedYaml {

  private static final List<String> FIELDS = List.of("data.mesh.", "data.meshNetworks.");

  private EmbeddedYaml() {}

  /**
   * The text as a document whose lines and columns are the file's. Where they are not (quotes fold
   * and escape), they count within the text, and the document begins at line 1.
   *
   * @param field the field with the text
   * @param file the text of the file; empty where there is none
   */
  static Document document(Scalar field, String file) {
    List<String> lines = file.lines().skip(Math.max(0, field.line() - 1L)).toList();
    if (!isLiteral(field, lines)) {
      return new Document(field.value(), 1);
    }
    List<String> value = field.value().lines().toList();
    int indent = indent(value, lines.subList(1, lines.size()));
    StringBuilder text = new StringBuilder();
    for (String line : value) {
      text.append(line.isBlank() ? line : " ".repeat(indent) + line).append('\n');
    }
    return new Document(text.toString(), field.line() + 1);
  }

  /**
   * The deepest node that a path leads to, as far as it leads anywhere; it may lead on into a text
   * that is YAML.
   */
  static Node at(Node root, String path, String file) {
    Node node = NodePaths.at(root, path);
    for (String field : FIELDS) {
      if (path.startsWith(field) && node instanceof Scalar scalar) {
        return tree(scalar, file)
            .map(tree -> NodePaths.at(tree, path.substring(field.length())))
            .orElse(node);
      }
    }
    return node;
  }

  private static Optional<Node> tree(Scalar field, String file) {
    Document document = document(field, file);
    try {
      return isPlaced(document)
          ? DocumentParser.parse(document, new ArrayList<>())
          : Optional.empty();
    } catch (Problem e) {
      return Optional.empty();
    }
  }

  /** Whether the document's places are the file's. */
  static boolean isPlaced(Document document) {
    return document.line() > 1;
  }

  // A literal block scalar, which begins with a bar, has its lines as they are.
  private static boolean isLiteral(Scalar field, List<String> lines) {
    return !lines.isEmpty()
        && lines.get(0).length() >= field.column()
        && field.column() > 0
        && lines.get(0).charAt(field.column() - 1) == '|';
  }

  private static int indent(List<String> value, List<String> lines) {
    for (int i = 0; i < Math.min(value.size(), lines.size()); i++) {
      if (!value.get(i).isBlank()) {
        return Math.max(0, lines.get(i).length() - value.get(i).length());
      }
    }
    return 0;
  }
}
