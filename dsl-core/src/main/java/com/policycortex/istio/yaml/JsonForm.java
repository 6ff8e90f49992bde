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

  /**
   * JSON as YAML that says the same: YAML does not take all characters that JSON does, and takes
   * some in quotes for the end of a line. What is no JSON stays as it is.
   */
  static String asYaml(String json) {
    boolean same = json.chars().noneMatch(JsonForm::isOther);
    return same || problem(json).isPresent() ? json : escaped(json);
  }

  private static String escaped(String json) {
    StringBuilder text = new StringBuilder(json.length() + 16);
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (isOther(c)) {
        text.append(String.format("\\u%04X", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static boolean isOther(int c) {
    return (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c >= 0xFFFE;
  }
}
