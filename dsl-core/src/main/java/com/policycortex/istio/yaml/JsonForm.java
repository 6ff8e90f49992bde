package com.policycortex.istio.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.policycortex.istio.finding.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Whether a text is JSON: YAML takes more, and other readers of a file for JSON do not. */
final class JsonForm {

  private static final JsonFactory JSON = new JsonFactory();

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
}
