package com.policycortex.istio.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.policycortex.istio.finding.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether a text is JSON: YAML takes more, and other readers of a file for JSON do not. */
final class JsonForm {

  // The reader of documents has limits of its own; Go's has one for the levels.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(10_000)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private JsonForm() {}

  /** Where the text is no JSON, if it is none; it may hold several values. */
  static Optional<Problem> problem(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      JsonToken token = parser.nextToken();
      while (token != null) {
        token = parser.nextToken();
      }
      return Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.of(
          new Problem(
              Severity.WARNING,
              "YAML-SYNTAX",
              "this is YAML and no JSON, and programs that read JSON refuse it",
              "write JSON, or name the file .yaml",
              e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
              e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the value ends that begins in a text; empty if none does. */
  static OptionalInt endOfValue(String text, int from) {
    try (JsonParser parser = JSON.createParser(text.substring(from))) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return OptionalInt.empty();
      }
      parser.skipChildren();
      parser.finishToken();
      return parser.hasCurrentToken()
          ? OptionalInt.of(from + (int) parser.currentLocation().getCharOffset())
          : OptionalInt.empty();
    } catch (JsonProcessingException e) {
      return OptionalInt.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A parser of a text; the limits of documents are not its own. */
  static JsonParser parser(String text) throws IOException {
    return JSON.createParser(text);
  }
}
