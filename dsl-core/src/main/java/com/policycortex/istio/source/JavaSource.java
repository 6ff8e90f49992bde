package com.policycortex.istio.source;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.source.Code.Chain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The Java that makes a manifest: {@code
 * virtualService("reviews").in("bookinfo").hosts("reviews")}. Compiled and run, it gives an equal
 * value, unless {@link #leftOut()} says what it lacks.
 *
 * <p>For whoever has YAML and wants to go on in Java: read the file, print this.
 */
public final class JavaSource {

  private final Code code;
  private final Values values;

  private JavaSource(Code code, Values values) {
    this.code = code;
    this.values = values;
  }

  /** The Java of a manifest. */
  public static JavaSource of(Manifest manifest) {
    Values values = new Values();
    return new JavaSource(
        manifest instanceof RawManifest raw
            ? rawManifest(raw, values)
            : FieldsToJava.manifest(manifest, values),
        values);
  }

  private static Code rawManifest(RawManifest raw, Values values) {
    values.imports().method(RawManifest.class.getName(), "rawManifest");
    raw.metadata().more().keySet().forEach(field -> values.leaveOut("metadata." + field));
    return Code.call(
        "rawManifest",
        Literals.text(raw.apiVersion()),
        Literals.text(raw.kindName()),
        values.metadata(raw.metadata()),
        values.json(raw.body()));
  }

  /** The expression; lines are broken at 100 characters. */
  public String expression() {
    return Layout.text(code, 0, 0);
  }

  /**
   * What the expression needs, as whole lines: {@code import static a.b.C.d;} and {@code import
   * a.b.C;}.
   */
  public List<String> imports() {
    return lines(values.imports().methods(), values.imports().types());
  }

  /**
   * The fields that the manifest has and Java cannot say: the status, what only a cluster writes
   * into the metadata, and Istio's former names of fields. Empty for nearly every manifest.
   */
  public List<String> leftOut() {
    return List.copyOf(values.leftOut());
  }

  /**
   * A whole class with one method for each manifest, and one that lists them all.
   *
   * @param className the simple name of the class; it is in no package
   * @param manifests in the order in which they are listed
   */
  public static String program(String className, Collection<? extends Manifest> manifests) {
    return new Program(className).with(manifests).text();
  }

  static List<String> lines(Collection<String> methods, Collection<String> types) {
    List<String> lines = new ArrayList<>();
    methods.forEach(method -> lines.add("import static " + method + ";"));
    types.forEach(type -> lines.add("import " + type + ";"));
    return lines;
  }

  SortedSet<String> importedMethods() {
    return new TreeSet<>(values.imports().methods());
  }

  SortedSet<String> importedTypes() {
    return new TreeSet<>(values.imports().types());
  }

  String body(int indent, int behind) {
    return Layout.text(code, indent, behind);
  }

  String makes() {
    return ((Chain) code).opening();
  }

  /** The imports, a blank line, and the expression. */
  @Override
  public String toString() {
    return imports().stream().collect(Collectors.joining("\n", "", "\n\n")) + expression() + "\n";
  }
}
