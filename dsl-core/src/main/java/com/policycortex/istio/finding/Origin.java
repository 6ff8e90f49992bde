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
 * @param method for Java the class and method, for example {@code com.acme.Mesh.main}; for jshell
 *     the method, empty if what was typed is in none; else empty
 */
public record Origin(String file, int line, int column, String method) {

  private static final Origin UNKNOWN = new Origin("", 0, 0, "");
  private static final StackWalker WALKER = StackWalker.getInstance();
  private static final String LIBRARY = "com.policycortex.istio.";
  private static final String[] PLATFORM = {"java.", "javax.", "jdk.", "sun.", "com.sun."};

  // What a person types in jshell becomes a class whose lines nobody sees.
  private static final String SNIPPET = "REPL.$JShell$";
  private static final String OUTSIDE_A_METHOD = "do_it$";
  private static final String LAMBDA = "lambda$";

  /** No place is known. */
  public static Origin unknown() {
    return UNKNOWN;
  }

  /** A place in a file; line and column count from 1. */
  public static Origin file(String file, int line, int column) {
    return new Origin(file, line, column, "");
  }

  /**
   * The line of Java that called into this library: the innermost frame outside it and outside the
   * JDK, which calls back what a stream or an Optional was given. In jshell it is {@code jshell},
   * without a line. {@link #unknown} if there is none, for example when the library calls itself.
   */
  public static Origin caller() {
    Optional<StackFrame> frame =
        WALKER.walk(frames -> frames.filter(f -> isCaller(f.getClassName())).findFirst());
    return frame.map(Origin::of).orElse(UNKNOWN);
  }

  private static Origin of(StackFrame frame) {
    String method = methodName(frame.getMethodName());
    if (frame.getClassName().startsWith(SNIPPET)) {
      return new Origin("jshell", 0, 0, method.equals(OUTSIDE_A_METHOD) ? "" : method);
    }
    return new Origin(
        Optional.ofNullable(frame.getFileName()).orElse("?"),
        frame.getLineNumber(),
        0,
        frame.getClassName() + "." + method);
  }

  // The compiler calls a lambda lambda$METHOD$0, after the method that it stands in.
  private static String methodName(String name) {
    int end = name.lastIndexOf('$');
    return name.startsWith(LAMBDA) && end > LAMBDA.length()
        ? name.substring(LAMBDA.length(), end)
        : name;
  }

  private static boolean isCaller(String className) {
    return !isLibrary(className) && !isPlatform(className);
  }

  private static boolean isPlatform(String className) {
    for (String prefix : PLATFORM) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
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

  /**
   * {@code canary.yaml:12:9}, {@code Mesh.java:31 (com.acme.Mesh.main)} or {@code jshell (mesh)}.
   */
  @Override
  public String toString() {
    String place = file + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "");
    if (place.isEmpty()) {
      return "unknown place";
    }
    return method.isEmpty() ? place : place + " (" + method + ")";
  }
}
