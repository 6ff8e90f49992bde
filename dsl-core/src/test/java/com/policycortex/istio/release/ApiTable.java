package com.policycortex.istio.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The table of Istio's API that {@code conformance/cmd/api-table} makes: part of dsl-core's {@code
 * test-jar}, for other modules too.
 */
public final class ApiTable {

  /**
   * A field.
   *
   * @param kind the kind of manifest, or {@code MeshConfig}, {@code MeshNetworks}
   * @param path the field, with {@code []} behind a list and {@code *} for any name
   * @param type the type in the schema; empty for a number or text
   * @param required whether the object around it must have it
   * @param constants of an enumeration
   * @param limits by their names, for example {@code maxItems}
   * @param arms the fields of which one at most may be there, this among them
   * @param isOpen whether it takes any JSON
   * @param since the release that brought it; the first of the table for what is older
   * @param later the constants that came after the field, with their releases
   */
  public record Row(
      String kind,
      String path,
      String type,
      boolean required,
      List<String> constants,
      Map<String, String> limits,
      List<String> arms,
      boolean isOpen,
      String since,
      Map<String, String> later) {

    /** The path of the object or list around this field; empty for MeshConfig itself. */
    public String parent() {
      if (path.endsWith("[]")) {
        return path.substring(0, path.length() - 2);
      }
      int dot = path.lastIndexOf('.');
      return dot < 0 ? "" : path.substring(0, dot);
    }

    /** The field's own name. */
    public String name() {
      return path.substring(path.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
      return kind + " " + path;
    }
  }

  /**
   * A kind.
   *
   * @param served its versions, the newest stable one first
   */
  public record ApiKind(
      String name, String group, List<String> served, String plural, String since) {

    /** The {@code apiVersion} that is written. */
    public String apiVersion() {
      return group + "/" + served.get(0);
    }
  }

  private ApiTable() {}

  /** Every kind. */
  public static List<ApiKind> kinds() {
    List<ApiKind> kinds = new ArrayList<>();
    for (String[] cells : cells("kinds.tsv")) {
      if (cells[1].equals("#")) {
        kinds.add(
            new ApiKind(
                cells[0],
                cells[2],
                List.of(behind("served:", cells[3]).split(",", -1)),
                behind("plural=", cells[5]),
                cells[9]));
      }
    }
    return kinds;
  }

  /** The oldest and the newest release that the tables know. */
  static List<String> releases() {
    return lines("releases.tsv")
        .filter(line -> line.startsWith("# releases "))
        .map(line -> List.of(line.substring("# releases ".length()).split(" ", -1)))
        .findFirst()
        .orElseThrow();
  }

  /** Every field of every kind. */
  public static List<Row> kindRows() {
    return rows("kinds.tsv");
  }

  /** Every field of MeshConfig and MeshNetworks. */
  public static List<Row> meshRows() {
    return rows("mesh-config.tsv");
  }

  private static List<Row> rows(String table) {
    List<Row> rows = new ArrayList<>();
    for (String[] cells : cells(table)) {
      if (!cells[1].equals("#")) {
        rows.add(
            new Row(
                cells[0],
                cells[1],
                cells[2],
                !cells[3].isEmpty(),
                list(cells[4], ","),
                pairs(cells[5], " "),
                list(cells[6], "\\|"),
                cells[8].contains("open"),
                cells[9],
                pairs(cells[10], ",")));
      }
    }
    return rows;
  }

  private static List<String[]> cells(String table) {
    return lines(table)
        .filter(line -> !line.startsWith("#") && !line.startsWith("kind\t"))
        .map(line -> line.split("\t", -1))
        .toList();
  }

  private static Stream<String> lines(String table) {
    try (InputStream in =
        Objects.requireNonNull(ApiTable.class.getResourceAsStream(table), table)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> list(String cell, String separator) {
    return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(separator, -1));
  }

  private static Map<String, String> pairs(String cell, String separator) {
    Map<String, String> pairs = new TreeMap<>();
    for (String pair : list(cell, separator)) {
      int equals = pair.indexOf('=');
      pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return pairs;
  }

  private static String behind(String label, String cell) {
    return Optional.of(cell.indexOf(label))
        .filter(at -> at >= 0)
        .map(at -> cell.substring(at + label.length()).split(" ", -1)[0])
        .orElseThrow();
  }
}
