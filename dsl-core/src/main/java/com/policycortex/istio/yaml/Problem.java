package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Severity;

/**
 * A document that cannot be read at all, or a doubt about one that can. Caught by the reader that
 * made it; never leaves the package.
 */
final class Problem extends Exception {

  private static final long serialVersionUID = 1L;

  private final Severity severity;
  private final String id;
  private final String hint;
  private final int line;
  private final int column;

  Problem(String id, String message, String hint, int line, int column) {
    this(Severity.ERROR, id, message, hint, line, column);
  }

  Problem(Severity severity, String id, String message, String hint, int line, int column) {
    super(message, null, false, false);
    this.severity = severity;
    this.id = id;
    this.hint = hint;
    this.line = line;
    this.column = column;
  }

  Severity severity() {
    return severity;
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
