package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.ResourceId;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** Keeps what a Secret holds out of findings: reports are stored, mailed and pasted. */
final class Secrets {

  static final String MESSAGE = "a text is wanted here, and this is none (its value is not shown)";
  static final String HINT = "write a text in quotes; below data in base64";

  private static final Pattern SECRET = Pattern.compile("kind[\"']?\\s*:\\s*[\"']?Secret\\b");

  private Secrets() {}

  /** Whether a finding about this field would show a value of a Secret. */
  static boolean isValue(ResourceId resource, String path) {
    return resource.kind().equals("Secret")
        && (path.startsWith("data") || path.startsWith("stringData"));
  }

  /**
   * The lines of documents with a Secret, counted from 1, by the look of their text: a document
   * that is broken has no tree.
   *
   * @param last the number of the text's last line
   */
  static BitSet lines(String text, int last) {
    BitSet lines = new BitSet();
    if (!text.contains("Secret") || !SECRET.matcher(text).find()) {
      return lines;
    }
    // A document ends where the next begins.
    int end = last + 1;
    List<Document> documents = Document.split(text);
    for (int i = documents.size() - 1; i >= 0; i--) {
      Document document = documents.get(i);
      if (document.text().contains("Secret") && SECRET.matcher(document.text()).find()) {
        lines.set(document.line(), Math.max(document.line(), end));
      }
      end = document.line();
    }
    return lines;
  }
}
