package com.policycortex.istio.suppression;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what is wrong with how one suppression is written; one with a mistake holds for nothing. */
final class Mistakes {

  private static final String NO_EFFECT = ", so it holds for nothing";

  private final List<Finding> findings = new ArrayList<>();
  private final ResourceId resource;
  private final String path;

  /**
   * @param resource the manifest that has the suppression; without kind and name for a file
   * @param path where in it
   */
  Mistakes(ResourceId resource, String path) {
    this.resource = resource;
    this.path = path;
  }

  List<Finding> findings() {
    return findings;
  }

  void noId(Origin where) {
    add(
        "SUPPRESSION-NO-ID",
        "the suppression does not say of what" + NO_EFFECT,
        "write id: with the id of a finding; * stands for any characters",
        where);
  }

  void noReason(String id, Origin where) {
    add(
        "SUPPRESSION-NO-REASON",
        "the suppression of " + id + " has no reason" + NO_EFFECT,
        "write why the mesh may stay as it is",
        where);
  }

  void noDate(String id, Origin where) {
    add(
        "SUPPRESSION-NO-DATE",
        "the suppression of " + id + " has no end" + NO_EFFECT,
        "write until when it holds, for example until 2027-01-31",
        where);
  }

  /** The day; a finding if the text is none. */
  Optional<LocalDate> date(String text, Origin where) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      add(
          "SUPPRESSION-DATE",
          "\"" + text + "\" is no date" + NO_EFFECT,
          "write year, month and day, for example 2027-01-31",
          where);
      return Optional.empty();
    }
  }

  void syntax(String line, Origin where) {
    add(
        "SUPPRESSION-SYNTAX",
        "\"" + line + "\" is no suppression" + NO_EFFECT,
        "write ID until DATE: REASON, or ID at PATH until DATE: REASON, one a line",
        where);
  }

  private void add(String id, String message, String hint, Origin where) {
    findings.add(new Finding(id, Severity.ERROR, resource, path, message, hint, where));
  }
}
