package com.policycortex.istio.source;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.source.Code.Plain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A class with a method for each manifest. */
final class Program {

  private static final int METHOD = 2;
  private static final int BODY = 4;

  private final String className;
  private final Set<String> methods = new TreeSet<>();
  private final Set<String> types = new TreeSet<>();
  private final Set<String> names = new HashSet<>();
  private final List<Code> calls = new ArrayList<>();
  private final StringBuilder bodies = new StringBuilder();

  Program(String className) {
    this.className = className;
    names.add("manifests");
    types.add(List.class.getName());
    types.add(Manifest.class.getName());
  }

  Program with(Collection<? extends Manifest> manifests) {
    List<JavaSource> sources = manifests.stream().map(JavaSource::of).toList();
    for (JavaSource source : sources) {
      methods.addAll(source.importedMethods());
      types.addAll(source.importedTypes());
    }
    // A method of the class hides an imported one of the same name.
    methods.forEach(method -> names.add(method.substring(method.lastIndexOf('.') + 1)));
    int i = 0;
    for (Manifest manifest : manifests) {
      add(manifest, sources.get(i++));
    }
    return this;
  }

  private void add(Manifest manifest, JavaSource source) {
    String type = manifest instanceof RawManifest ? "RawManifest" : Values.name(manifest);
    types.add(manifest.getClass().getPackageName() + "." + type);
    String name = methodName(manifest);
    calls.add(Code.call(name));
    bodies.append('\n');
    source.leftOut().forEach(field -> bodies.append("  // Left out: ").append(field).append('\n'));
    bodies
        .append(" ".repeat(METHOD))
        .append("static ")
        .append(type)
        .append(' ')
        .append(name)
        .append("() {\n")
        .append(" ".repeat(BODY))
        .append("return ")
        .append(source.body(BODY, "return ;".length()))
        .append(";\n")
        .append(" ".repeat(METHOD))
        .append("}\n");
  }

  // virtualServiceReviewsV1 for reviews-v1; a number behind it where two would have one name.
  private String methodName(Manifest manifest) {
    StringBuilder name = new StringBuilder();
    boolean upper = false;
    for (char c : (manifest.kind().name() + "-" + manifest.name()).toCharArray()) {
      boolean letter = c < 0x80 && Character.isLetter(c);
      if (letter || (c >= '0' && c <= '9' && name.length() > 0)) {
        boolean first = name.length() == 0;
        name.append(first ? Character.toLowerCase(c) : upper ? Character.toUpperCase(c) : c);
        upper = false;
      } else {
        upper = true;
      }
    }
    String base = name.length() == 0 ? "manifest" : name.toString();
    String unique = base;
    for (int i = 2; !names.add(unique); i++) {
      unique = base + "_" + i;
    }
    return unique;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    JavaSource.lines(methods, List.of()).forEach(line -> text.append(line).append('\n'));
    text.append(methods.isEmpty() ? "" : "\n");
    JavaSource.lines(List.of(), types).forEach(line -> text.append(line).append('\n'));
    Code all = calls.isEmpty() ? new Plain("List.of()") : Code.call("List.of", calls);
    return text.append("\nfinal class ")
        .append(className)
        .append(" {\n\n  static List<Manifest> manifests() {\n    return ")
        .append(Layout.text(all, BODY, "return ;".length()))
        .append(";\n  }\n")
        .append(bodies)
        .append("}\n")
        .toString();
  }
}
