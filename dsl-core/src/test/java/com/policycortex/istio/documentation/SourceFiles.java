package com.policycortex.istio.documentation;

import java.nio.file.Path;

/** Where the project keeps the source of classes. */
public final class SourceFiles {

  private SourceFiles() {}

  /**
   * The file of a class, from the root of the project.
   *
   * @param type the class; for a lambda, the class that it is written in is meant
   */
  public static String of(Class<?> type) {
    String name = type.getName();
    int inner = name.indexOf('$');
    String module = Path.of("").toAbsolutePath().getFileName().toString();
    return module
        + "/src/main/java/"
        + (inner < 0 ? name : name.substring(0, inner)).replace('.', '/')
        + ".java";
  }
}
