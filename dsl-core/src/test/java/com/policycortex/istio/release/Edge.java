package com.policycortex.istio.release;

import com.policycortex.istio.release.ApiTable.Row;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A value just beyond a limit of the schema.
 *
 * @param beyond the value as JSON
 */
record Edge(String beyond) {

  /** The edge of a limit; null where the value would be too large for a test. */
  static @Nullable Edge of(Row row, String limit, String number, ApiDocument document) {
    return switch (limit) {
      case "minimum" -> new Edge(new BigDecimal(number).subtract(BigDecimal.ONE).toPlainString());
      case "maximum" -> new Edge(new BigDecimal(number).add(BigDecimal.ONE).toPlainString());
      case "minLength" -> new Edge("\"" + "a".repeat(Integer.parseInt(number) - 1) + "\"");
      case "maxLength" -> new Edge("\"" + "a".repeat(Integer.parseInt(number) + 1) + "\"");
      case "minItems", "minProperties" -> number.equals("1") ? new Edge(empty(row)) : null;
      case "maxItems" -> new Edge(list(element(row, document), Integer.parseInt(number) + 1));
      case "maxProperties" -> new Edge(object(Integer.parseInt(number) + 1));
      case "pattern" -> new Edge("\"~ !\"");
      default -> null;
    };
  }

  private static String empty(Row row) {
    return row.type().equals("array") ? "[]" : "{}";
  }

  private static String element(Row row, ApiDocument document) {
    return ApiTable.kindRows().stream()
        .filter(one -> one.kind().equals(row.kind()) && one.path().equals(row.path() + "[]"))
        .map(document::value)
        .findFirst()
        .orElseThrow();
  }

  private static String list(String element, int size) {
    return "[" + String.join(", ", Collections.nCopies(size, element)) + "]";
  }

  private static String object(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> "\"k" + i + "\": \"a\"")
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
