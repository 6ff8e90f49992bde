package com.policycortex.istio.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.policycortex.istio.yaml.Node.Entry;
import com.policycortex.istio.yaml.Node.Mapping;
import com.policycortex.istio.yaml.Node.Scalar;
import com.policycortex.istio.yaml.Node.Sequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a tree of a value of JSON, with the place of every node. */
final class JsonTree {

  private static final char REPLACEMENT = '\uFFFD';

  private final Document document;
  private final JsonParser parser;
  private final List<Problem> problems;
  private long nodes;

  private JsonTree(Document document, JsonParser parser, List<Problem> problems) {
    this.document = document;
    this.parser = parser;
    this.problems = problems;
  }

  /** The tree; nothing for a null. A name that stands twice is added to the problems. */
  static Optional<Node> parse(Document document, List<Problem> problems) throws Problem {
    try (JsonParser parser = JsonForm.parser(document.text())) {
      JsonTree tree = new JsonTree(document, parser, problems);
      parser.nextToken();
      Node root = tree.node(0);
      return parser.currentToken() == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(root);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new Problem(
          "YAML-SYNTAX",
          "this is no JSON, as what stands before it is",
          "write JSON to the end, or YAML behind ---",
          document.line() + (at == null ? 0 : at.getLineNr() - 1),
          at == null ? 1 : Math.max(1, at.getColumnNr()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Node node(int depth) throws IOException, Problem {
    if (depth > Limits.DEPTH) {
      throw limit("more than " + Limits.DEPTH + " levels, one in the other");
    }
    if (++nodes > Limits.NODES) {
      throw limit("more than " + Limits.NODES + " values in one document");
    }
    int line = line();
    int column = column();
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(depth, line, column);
      case START_ARRAY -> array(depth, line, column);
      case VALUE_STRING -> new Scalar(text(parser.getText()), false, line, column);
      case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> number(line, column);
      default -> new Scalar(parser.getText(), true, line, column);
    };
  }

  private Mapping object(int depth, int line, int column) throws IOException, Problem {
    Map<String, Entry> entries = new LinkedHashMap<>();
    long size = 1;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Scalar name = new Scalar(text(parser.currentName()), false, line(), column());
      parser.nextToken();
      nodes++;
      Node value = node(depth + 1);
      size += 1 + value.size();
      Entry first = entries.putIfAbsent(name.value(), new Entry(name, value));
      if (first != null) {
        problems.add(DocumentParser.twice(name, first.key(), depth));
      }
    }
    return new Mapping(List.copyOf(entries.values()), line, column, size);
  }

  private Sequence array(int depth, int line, int column) throws IOException, Problem {
    List<Node> elements = new ArrayList<>();
    long size = 1;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Node element = node(depth + 1);
      elements.add(element);
      size += element.size();
    }
    return new Sequence(elements, line, column, size);
  }

  // What is no number as YAML writes it would be a text there.
  private Scalar number(int line, int column) throws IOException, Problem {
    Scalar number = new Scalar(parser.getText(), true, line, column);
    if (ScalarType.of(number) == ScalarType.TEXT) {
      throw new Problem(
          "YAML-RANGE",
          "no program holds a number as large as " + Excerpt.of(number.value()),
          "write a smaller one, or a text",
          line,
          column);
    }
    return number;
  }

  // Half of a pair is no character.
  private static String text(String text) {
    boolean whole = text.chars().noneMatch(c -> Character.isSurrogate((char) c));
    if (whole) {
      return text;
    }
    StringBuilder built = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
        .forEach(built::appendCodePoint);
    return built.toString();
  }

  private int line() {
    return document.line() + parser.currentTokenLocation().getLineNr() - 1;
  }

  private int column() {
    return parser.currentTokenLocation().getColumnNr();
  }

  private Problem limit(String message) {
    return new Problem("YAML-LIMIT", message, "split the document", line(), column());
  }
}
