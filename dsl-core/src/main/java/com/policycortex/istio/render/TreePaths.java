package com.policycortex.istio.render;

/** Which paths a tree may have. */
final class TreePaths {

  static final String KUSTOMIZATION = "kustomization.yaml";

  private TreePaths() {}

  static void check(String path) {
    if (!path.endsWith(".yaml") || path.equals(KUSTOMIZATION)) {
      throw new IllegalArgumentException(
          "\"" + path + "\" is no file of manifests; end it with .yaml, for example base/a.yaml");
    }
    if (!isBelowRoot(path)) {
      throw new IllegalArgumentException(
          "\""
              + path
              + "\" is no path below the root; use names of letters, digits, - _ and . with /"
              + " between them");
    }
  }

  static boolean isBelowRoot(String path) {
    for (String name : path.split("/", -1)) {
      if (name.isEmpty() || name.startsWith(".") || !isPlain(name)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean digit = c >= '0' && c <= '9';
      if (!letter && !digit && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }
}
