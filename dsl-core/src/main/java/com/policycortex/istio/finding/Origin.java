package com.policycortex.istio.finding;

import java.lang.StackWalker.StackFrame;
import java.util.Optional;

/**
 * Where a value was written: a line of Java, or a place in a file.
 *
 * <p>An origin never takes part in the equality of the value that carries it.
 *
 * @param file the file as the reader was given it, or the Java source file's name; empty if unknown
 * @param line the line, counted from 1; 0 if unknown
 * @param column the column, counted from 1 in UTF-16 units; 0 if unknown (always for Java)
 * @param method for Java the class and method, for example {@code com.acme.Mesh.main}; else empty
 */
public record Origin(String file, int line, int column, String method) {

  private static final Origin UNKNOWN = new Origin("", 0, 0, "");
  private static final StackWalker WALKER = StackWalker.getInstance();
  private static final String LIBRARY = "com.policycortex.istio.";

  /** No place is known. */
  public static Origin unknown() {
    return UNKNOWN;
  }

  /** A place in a file; line and column count from 1. */
  public static Origin file(String file, int line, int column) {
    return new Origin(file, line, column, "");
  }

  /**
   * The line of Java that called into this library: the innermost frame outside it. {@link
   * #unknown} if there is none, for example when the library calls itself.
   */
  public static Origin caller() {
    Optional<StackFrame> frame =
        WALKER.walk(frames -> frames.filter(f -> !isLibrary(f.getClassName())).findFirst());
    return frame
        .map(
            f ->
                new Origin(
                    Optional.ofNullable(f.getFileName()).orElse("?"),
                    f.getLineNumber(),
                    0,
                    f.getClassName() + "." + f.getMethodName()))
        .orElse(UNKNOWN);
  }

  /** True unless the place is {@link #unknown}. */
  public boolean isKnown() {
    return line > 0;
  }

  private static boolean isLibrary(String className) {
    return className.startsWith(LIBRARY) && isCore(className, LIBRARY.length());
  }

  // Presets, the command line and tests live under the same prefix but are callers of the core.
  private static boolean isCore(String className, int from) {
    int dot = className.indexOf('.', from);
    if (dot < 0 || className.endsWith("Test") || className.contains("Test$")) {
      return false;
    }
    return switch (className.substring(from, dot)) {
      case "finding", "wire", "model", "yaml", "validation", "dsl", "render" -> true;
      default -> false;
    };
  }

  /** {@code canary.yaml:12:9} or {@code Mesh.java:31 (com.acme.Mesh.main)}. */
  @Override
  public String toString() {
    if (!isKnown()) {
      return file.isEmpty() ? "unknown place" : file;
    }
    String place = file + ":" + line + (column > 0 ? ":" + column : "");
    return method.isEmpty() ? place : place + " (" + method + ")";
  }
}
