package com.policycortex.istio.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Istio's API got after the oldest release that is known here, as a tree along the fields of
 * each kind. The table is made by {@code conformance/cmd/api-table}.
 */
final class Novelties {

  private static final String TABLE = "releases.tsv";

  /** The name of the field within which any element of a list, or any entry of a map, lies. */
  private static final String LIST = "[]";

  private static final String MAP = "*";

  private static final Map<String, Novelties> KINDS = load();

  /** When the field came; null if it is as old as the object around it. */
  @Nullable IstioVersion since;

  private final Map<String, IstioVersion> constants = new HashMap<>();
  private final Map<String, IstioVersion> versions = new HashMap<>();
  private final Map<String, Novelties> fields = new HashMap<>();

  private Novelties() {}

  /** What is new in a kind, or in {@code MeshConfig} or {@code MeshNetworks}; null if nothing. */
  static @Nullable Novelties of(String kind) {
    return KINDS.get(kind);
  }

  /** When a constant came; null if it is as old as the field. */
  @Nullable IstioVersion sinceOf(String constant) {
    return constants.get(constant);
  }

  /** When a version of the kind came to be served; null if it is as old as the kind. */
  @Nullable IstioVersion sinceOfVersion(String version) {
    return versions.get(version);
  }

  /** What is new about a field; null if nothing. */
  @Nullable Novelties field(String name) {
    return fields.get(name);
  }

  /** What is new about the elements; null if nothing. */
  @Nullable Novelties element() {
    return fields.get(LIST);
  }

  /** What is new about the entries of a map; null if nothing. */
  @Nullable Novelties entry() {
    return fields.get(MAP);
  }

  private static Map<String, Novelties> load() {
    Map<String, Novelties> kinds = new HashMap<>();
    text()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .forEach(cells -> add(cells, kinds));
    return kinds;
  }

  private static void add(String[] cells, Map<String, Novelties> kinds) {
    IstioVersion since =
        IstioVersion.parse(cells[1])
            .orElseThrow(() -> new IllegalStateException("no release " + cells[1]));
    Novelties kind = kinds.computeIfAbsent(cells[2], name -> new Novelties());
    switch (cells[0]) {
      case "kind" -> kind.since = since;
      case "version" -> kind.versions.put(cells[3], since);
      case "field" -> kind.at(cells[3]).since = since;
      case "constant" -> kind.at(cells[3]).constants.put(cells[4], since);
      default -> throw new IllegalStateException("no " + cells[0] + " is known");
    }
  }

  private Novelties at(String path) {
    Novelties node = this;
    for (String name : path.replace(LIST, "." + LIST).split("\\.", -1)) {
      node = node.fields.computeIfAbsent(name, n -> new Novelties());
    }
    return node;
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(Novelties.class.getResourceAsStream(TABLE), TABLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
