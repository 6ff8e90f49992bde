package com.policycortex.istio.yaml;

import com.policycortex.istio.yaml.Node.Entry;
import com.policycortex.istio.yaml.Node.Mapping;
import com.policycortex.istio.yaml.Node.Scalar;
import com.policycortex.istio.yaml.Node.Sequence;
import org.jspecify.annotations.Nullable;

/** Finds the node that the path of a finding leads to. */
final class NodePaths {

  private NodePaths() {}

  /** The deepest node that a path leads to, as far as it leads anywhere. */
  static Node at(Node root, String path) {
    Node node = root;
    String rest = path;
    while (!rest.isEmpty()) {
      @Nullable Node next = null;
      String behind = "";
      if (rest.startsWith("[") && rest.indexOf(']') > 0) {
        String index = rest.substring(1, rest.indexOf(']'));
        behind = rest.substring(rest.indexOf(']') + 1);
        next = element(node, index);
      } else {
        Entry found = longestName(node, rest);
        if (found != null) {
          behind = rest.substring(found.name().length());
          if (behind.isEmpty() && !(found.value() instanceof Scalar)) {
            return found.key();
          }
          next = found.value();
        }
      }
      if (next == null) {
        return node;
      }
      node = next;
      rest = behind.startsWith(".") ? behind.substring(1) : behind;
    }
    return node;
  }

  private static @Nullable Node element(Node node, String index) {
    if (node instanceof Sequence sequence && index.chars().allMatch(Character::isDigit)) {
      int i = index.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(index);
      return i < sequence.elements().size() ? sequence.elements().get(i) : null;
    }
    return node instanceof Mapping mapping
        ? mapping.entry(index).map(Entry::value).orElse(null)
        : null;
  }

  // Names of labels and annotations have dots of their own.
  private static @Nullable Entry longestName(Node node, String path) {
    Entry longest = null;
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        String name = entry.name();
        if (startsWithName(path, name)
            && (longest == null || name.length() > longest.name().length())) {
          longest = entry;
        }
      }
    }
    return longest;
  }

  private static boolean startsWithName(String path, String name) {
    return path.startsWith(name)
        && (path.length() == name.length() || ".[".indexOf(path.charAt(name.length())) >= 0);
  }
}
