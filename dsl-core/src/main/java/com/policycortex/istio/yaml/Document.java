package com.policycortex.istio.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of one document of a stream.
 *
 * @param text the text, without the marker before it
 * @param line the line of its beginning in the file, from 1
 */
record Document(String text, int line) {

  /**
   * The documents of a stream. A line that begins with {@code ---} begins a document wherever it
   * stands, so one that is broken ends there too.
   */
  static List<Document> split(String stream) {
    List<Document> documents = new ArrayList<>();
    int begin = 0;
    int beginLine = 1;
    int line = 1;
    int at = 0;
    while (at < stream.length()) {
      int end = stream.indexOf('\n', at);
      int next = end < 0 ? stream.length() : end + 1;
      if (isMarker(stream, at)) {
        add(documents, stream.substring(begin, at), beginLine);
        // What stands behind the marker belongs to the document; blanks keep its columns.
        begin = at;
        beginLine = line;
      }
      at = next;
      line++;
    }
    add(documents, stream.substring(begin), beginLine);
    return documents;
  }

  private static void add(List<Document> documents, String text, int line) {
    if (!saysNothing(text)) {
      documents.add(new Document(text, line));
    }
  }

  private static boolean isMarker(String stream, int at) {
    if (!stream.startsWith("---", at)) {
      return false;
    }
    int behind = at + 3;
    return behind >= stream.length() || " \t\r\n".indexOf(stream.charAt(behind)) >= 0;
  }

  // Blank lines, comments, and directives such as %YAML 1.1. Most documents say something at once.
  private static boolean saysNothing(String text) {
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      int next = end < 0 ? text.length() : end;
      String line = text.substring(at, next).strip();
      boolean nothing =
          line.isEmpty()
              || line.startsWith("#")
              || line.startsWith("%")
              || line.equals("---")
              || line.equals("...");
      if (!nothing) {
        return false;
      }
      at = next + 1;
    }
    return true;
  }
}
