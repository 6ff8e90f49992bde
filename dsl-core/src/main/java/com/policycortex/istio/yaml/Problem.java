package com.policycortex.istio.yaml;

/**
 * A document that cannot be read at all. Caught by the reader that made it; never leaves the
 * package.
 */
final class Problem extends Exception {

  private static final long serialVersionUID = 1L;

  private final String id;
  private final String hint;
  private final int line;
  private final int column;

  Problem(String id, String message, String hint, int line, int column) {
    super(message, null, false, false);
    this.id = id;
    this.hint = hint;
    this.line = line;
    this.column = column;
  }

  String id() {
    return id;
  }

  String hint() {
    return hint;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }

  String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
