package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.ResourceId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
   * Whether this line belongs to a document with a Secret, by the look of its text: a document that
   * is broken has no tree.
   */
  static boolean isNear(String text, int line) {
    if (!SECRET.matcher(text).find()) {
      return false;
    }
    @Nullable Document around = null;
    for (Document document : Document.split(text)) {
      if (document.line() <= line) {
        around = document;
      }
    }
    return around != null && SECRET.matcher(around.text()).find();
  }
}
