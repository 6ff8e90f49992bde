package com.policycortex.istio.yaml;

import java.util.List;

/**
 * The text of one document of a stream.
 *
 * @param text the text as it stands in the file, with the marker before it
 * @param line the line of its beginning in the file, from 1
 * @param form how it is read
 */
record Document(String text, int line, Form form) {

  /** A mark of byte order, which is no part of a text. */
  static final String MARK = "\uFEFF";

  /** How a document is read. */
  enum Form {
    /** As it stands: no stream was split. */
    AS_IT_STANDS,
    /** YAML at the beginning of a stream, or behind a marker that is part of it. */
    FIRST,
    /** YAML behind a marker that is no part of it. */
    SEPARATED,
    /** YAML behind a marker with text on its line. */
    BEHIND_TEXT,
    /** A value of JSON. */
    JSON
  }

  /** A document that is no part of a stream. */
  Document(String text, int line) {
    this(text, line, Form.AS_IT_STANDS);
  }

  /** The documents of a stream, as kubectl takes it apart. */
  static List<Document> split(String stream) {
    return DocumentStream.split(stream);
  }

  /**
   * True if the text is what a parser is given but for carriage returns and the end of the last
   * line: most documents stand behind a marker alone on its line.
   */
  boolean isPlainlyMarked() {
    return form == Form.SEPARATED
        && text.startsWith("---\n")
        && !text.startsWith(DocumentStream.MARKER, 4)
        && !text.startsWith(MARK, 4);
  }

  /** The text that a parser of YAML is given: without the marker's comment and marks. */
  String yaml() {
    if (form == Form.AS_IT_STANDS || form == Form.JSON) {
      return text;
    }
    String yaml = text;
    if (form == Form.SEPARATED && yaml.startsWith("---")) {
      int end = yaml.indexOf('\n');
      String behind = end < 0 ? "" : yaml.substring(end + 1);
      // A second marker begins the document itself.
      String first = behind.startsWith(DocumentStream.MARKER) ? "\n" : "---\n";
      yaml = first + (behind.startsWith(MARK) ? behind.substring(1) : behind);
    } else if (yaml.startsWith(MARK)) {
      yaml = yaml.substring(1);
    }
    // kubectl reads whole lines, without the end that they have elsewhere.
    if (yaml.indexOf('\r') >= 0) {
      yaml = yaml.replace("\r\n", "\n");
    }
    return yaml.isEmpty() || yaml.endsWith("\n") ? yaml : yaml + "\n";
  }
}
