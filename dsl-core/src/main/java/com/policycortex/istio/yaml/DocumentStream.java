package com.policycortex.istio.yaml;

import com.policycortex.istio.yaml.Document.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Takes a stream apart as kubectl does, line by line and before anything is parsed: a line that
 * begins with {@code ---} begins a document wherever it stands, so one that is broken ends there
 * too. A stream that begins with a brace is JSON as far as it is JSON.
 *
 * @see <a
 *     href="https://pkg.go.dev/k8s.io/apimachinery/pkg/util/yaml#YAMLOrJSONDecoder">YAMLOrJSONDecoder</a>
 */
final class DocumentStream {

  /** What a line begins with that takes documents apart. */
  static final String MARKER = "---";

  // Behind so many values of JSON everything must be JSON.
  private static final int DECIDED = 2;

  private final String stream;
  private final List<Document> documents = new ArrayList<>();
  private int line = 1;

  private DocumentStream(String stream) {
    this.stream = stream;
  }

  static List<Document> split(String stream) {
    DocumentStream split = new DocumentStream(stream);
    split.yaml(split.json());
    return split.documents;
  }

  // Returns where YAML begins, or the end.
  private int json() {
    if (!mayBeJson()) {
      return 0;
    }
    int at = skipSpace(0);
    int begin = 0;
    int beginLine = 1;
    int values = 0;
    while (at < stream.length()) {
      OptionalInt end = JsonForm.endOfValue(stream, at);
      if (end.isEmpty() && values < DECIDED) {
        return behindSpace(begin, beginLine);
      }
      int behind = end.orElse(stream.length());
      String blanks = " ".repeat(at - stream.lastIndexOf('\n', at - 1) - 1);
      documents.add(new Document(blanks + stream.substring(at, behind), line, Form.JSON));
      values++;
      line += lineBreaks(at, behind);
      begin = behind;
      beginLine = line;
      at = skipSpace(behind);
    }
    return at;
  }

  // kubectl leaves out what is blank up to the end of the line, and goes on with YAML.
  private int behindSpace(int begin, int beginLine) {
    int at = begin;
    line = beginLine;
    while (at < stream.length() && isSpace(stream.charAt(at))) {
      if (stream.charAt(at++) == '\n') {
        line++;
        break;
      }
    }
    return at;
  }

  private boolean mayBeJson() {
    int at = 0;
    while (at < stream.length() && isSpace(stream.charAt(at))) {
      at++;
    }
    return at < stream.length() && stream.charAt(at) == '{';
  }

  private int skipSpace(int from) {
    int at = from;
    while (at < stream.length() && " \t\r\n".indexOf(stream.charAt(at)) >= 0) {
      if (stream.charAt(at++) == '\n') {
        line++;
      }
    }
    return at;
  }

  private int lineBreaks(int begin, int end) {
    return (int) stream.substring(begin, end).chars().filter(c -> c == '\n').count();
  }

  private void yaml(int from) {
    int begin = from;
    int beginLine = line;
    Form form = Form.FIRST;
    // A marker with nothing before it is part of its document.
    boolean empty = true;
    int at = from;
    while (at < stream.length()) {
      int end = stream.indexOf('\n', at);
      int next = end < 0 ? stream.length() : end + 1;
      if (stream.startsWith(MARKER, at)) {
        boolean text = hasText(at + MARKER.length(), next);
        if (text || !empty) {
          add(stream.substring(begin, at), beginLine, form);
          begin = at;
          beginLine = line;
          form = text ? Form.BEHIND_TEXT : Form.SEPARATED;
          empty = true;
        } else {
          empty = false;
        }
      } else {
        empty = false;
      }
      at = next;
      line++;
    }
    add(stream.substring(begin), beginLine, form);
  }

  // Behind a marker there may be a comment, even without a blank before it.
  private boolean hasText(int from, int end) {
    int at = from;
    while (at < end && isSpace(stream.charAt(at))) {
      at++;
    }
    return at < end && stream.charAt(at) != '#';
  }

  private void add(String text, int beginLine, Form form) {
    if (form == Form.BEHIND_TEXT || !saysNothing(text, form)) {
      documents.add(new Document(text, beginLine, form));
    }
  }

  // Blank lines, comments and a marker. Most documents say something at once.
  private static boolean saysNothing(String text, Form form) {
    int at = form == Form.SEPARATED ? nextLine(text, 0) : 0;
    while (at < text.length()) {
      int next = nextLine(text, at);
      int begin = skipBlanks(text, text.startsWith(MARKER, at) ? at + MARKER.length() : at);
      boolean marked = text.startsWith(MARKER, at) && begin == at + MARKER.length();
      char first = begin < text.length() ? text.charAt(begin) : '\n';
      if (first != '\n' && (first != '#' || marked)) {
        return false;
      }
      at = next;
    }
    return true;
  }

  private static int nextLine(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\r')) {
      at++;
    }
    return at;
  }

  // What Go takes for blank.
  private static boolean isSpace(char c) {
    boolean noBreak = c == '\u0085' || c == '\u00A0' || c == '\u2007' || c == '\u202F';
    boolean separator = c >= '\u001C' && c <= '\u001F';
    return noBreak || (Character.isWhitespace(c) && !separator);
  }
}
