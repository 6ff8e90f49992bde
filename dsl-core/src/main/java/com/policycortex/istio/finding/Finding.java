package com.policycortex.istio.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
 * @param gate who would refuse the manifest, or warn of it, when it is applied; empty where nobody
 *     would say anything
 * @param related the other manifests that are involved
 * @param witness a request that shows it
 * @param repairs changes that remove it, the likeliest first
 */
public record Finding(
    String id,
    Severity severity,
    ResourceId resource,
    String path,
    String message,
    String hint,
    Origin origin,
    Optional<Gate> gate,
    List<Related> related,
    Optional<Witness> witness,
    List<Repair> repairs) {

  /** Copies the lists. */
  public Finding {
    related = List.copyOf(related);
    repairs = List.copyOf(repairs);
  }

  /** A finding about one manifest alone. */
  public Finding(
      String id,
      Severity severity,
      ResourceId resource,
      String path,
      String message,
      String hint,
      Origin origin) {
    this(
        id,
        severity,
        resource,
        path,
        message,
        hint,
        origin,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  /** A copy with this place. */
  public Finding at(Origin place) {
    return new Finding(
        id, severity, resource, path, message, hint, place, gate, related, witness, repairs);
  }

  /** A copy that weighs as much as this. */
  public Finding severity(Severity weight) {
    return new Finding(
        id, weight, resource, path, message, hint, origin, gate, related, witness, repairs);
  }

  /** A copy with this gate. */
  public Finding by(Gate who) {
    return new Finding(
        id,
        severity,
        resource,
        path,
        message,
        hint,
        origin,
        Optional.of(who),
        related,
        witness,
        repairs);
  }

  /** A copy with these related manifests in place of the old. */
  public Finding related(List<Related> others) {
    return new Finding(
        id, severity, resource, path, message, hint, origin, gate, others, witness, repairs);
  }

  /** A copy with one more related manifest. */
  public Finding related(Related other) {
    return related(added(related, other));
  }

  /** A copy with this witness. */
  public Finding witness(Witness request) {
    return new Finding(
        id,
        severity,
        resource,
        path,
        message,
        hint,
        origin,
        gate,
        related,
        Optional.of(request),
        repairs);
  }

  /** A copy with one more repair. */
  public Finding repair(Repair repair) {
    return new Finding(
        id,
        severity,
        resource,
        path,
        message,
        hint,
        origin,
        gate,
        related,
        witness,
        added(repairs, repair));
  }

  /** A copy with these repairs in place of the old. */
  public Finding repairs(List<Repair> others) {
    return new Finding(
        id, severity, resource, path, message, hint, origin, gate, related, witness, others);
  }

  /** The hint as the beginning of a sentence. */
  public String fix() {
    int word = 0;
    while (word < hint.length() && hint.charAt(word) >= 'a' && hint.charAt(word) <= 'z') {
      word++;
    }
    boolean isWord = word > 0 && (word == hint.length() || " :,;".indexOf(hint.charAt(word)) >= 0);
    return isWord ? Character.toUpperCase(hint.charAt(0)) + hint.substring(1) : hint;
  }

  private static <T> List<T> added(List<T> elements, T more) {
    List<T> all = new ArrayList<>(elements);
    all.add(more);
    return all;
  }

  /**
   * Some lines for people: place, severity and id; the manifest, the field and the message; the
   * other manifests, the request that shows it; the hint.
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
    for (Related other : related) {
      text.append("\n  see: ").append(other);
    }
    witness.ifPresent(request -> text.append("\n  for example: ").append(request));
    if (!hint.isEmpty()) {
      text.append("\n  fix: ").append(fix());
    }
    return text.toString();
  }
}
