package com.policycortex.istio.source;

import com.policycortex.istio.model.Manifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles Java in memory, all classes in one run of the compiler, and loads them. */
public final class CompiledJava extends ClassLoader {

  private final Map<String, byte[]> classes;

  private CompiledJava(Map<String, byte[]> classes) {
    super(CompiledJava.class.getClassLoader());
    this.classes = classes;
  }

  /**
   * Compiles classes.
   *
   * @param sources by the simple names of the classes, which are in no package
   * @throws AssertionError with the compiler's words if it complains
   */
  public static CompiledJava of(Map<String, String> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    Map<String, ByteArrayOutputStream> outputs = new HashMap<>();
    try (JavaFileManager files =
        new InMemory(compiler.getStandardFileManager(problems, null, null), outputs)) {
      List<Source> units =
          sources.entrySet().stream().map(e -> new Source(e.getKey(), e.getValue())).toList();
      List<String> options = List.of("-proc:none", "-classpath", library());
      if (!compiler.getTask(null, files, problems, options, null, units).call()) {
        throw new AssertionError(
            problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .map(problem -> problem + "\n" + text(problem.getSource()))
                .limit(3)
                .collect(Collectors.joining("\n")));
      }
    }
    Map<String, byte[]> classes = new HashMap<>();
    outputs.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
    return new CompiledJava(classes);
  }

  // All that the sources need, however these tests are started.
  private static String library() {
    return Path.of(
            URI.create(
                Manifest.class.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }

  private static String text(JavaFileObject source) {
    return source instanceof Source own ? own.text : "";
  }

  /** What a static method without parameters returns. */
  public Object call(String className, String method) throws ReflectiveOperationException {
    var found = loadClass(className).getDeclaredMethod(method);
    found.setAccessible(true);
    return found.invoke(null);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String className, String text) {
      super(URI.create("memory:///" + className + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> outputs;

    InMemory(JavaFileManager files, Map<String, ByteArrayOutputStream> outputs) {
      super(files);
      this.outputs = outputs;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + className + ".class"), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          outputs.put(className, bytes);
          return bytes;
        }
      };
    }
  }
}
