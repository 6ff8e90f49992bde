package com.policycortex.istio.finding;

/**
 * One thing that is wrong, doubtful or worth knowing, with its place and what to do about it.
 *
 * @param id the stable name of the rule, for example {@code VS-WEIGHT-SUM}; never reused
 * @param severity how much it weighs
 * @param resource the manifest
 * @param path the field within the manifest, for example {@code spec.http[0].route[1].weight};
 *     empty where the whole manifest is meant
 * @param message the consequence, in the user's terms, with the values
 * @param hint what to write instead, starting with an imperative; may be empty
 * @param origin where it was written
 */
public record Finding(
    String id,
    Severity severity,
    ResourceId resource,
    String path,
    String message,
    String hint,
    Origin origin) {

  /**
   * Two or three lines for people: place, severity and id; the manifest, the field and the message;
   * the hint.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (origin.isKnown() || !origin.file().isEmpty()) {
      text.append(origin).append(": ");
    }
    text.append(severity).append(' ').append(id).append('\n').append("  ");
    String subject = (resource + " " + path).strip();
    if (!subject.isEmpty()) {
      text.append(subject).append(": ");
    }
    text.append(message);
    if (!hint.isEmpty()) {
      text.append("\n  fix: ").append(hint);
    }
    return text.toString();
  }
}
