package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Placeholders;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.install.IstioOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong in a file. */
final class Findings {

  private final String file;
  private final List<Finding> findings = new ArrayList<>();
  // The paths of errors, and of lists that lack elements.
  private final List<String> unread = new ArrayList<>();
  private int errors;

  Findings(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  List<Finding> list() {
    return findings;
  }

  int errors() {
    return errors;
  }

  /** Where something could not be read, in all documents so far. */
  List<String> unread() {
    return unread;
  }

  void add(
      String id,
      Severity severity,
      ResourceId resource,
      String path,
      String message,
      String hint,
      int line,
      int column) {
    if (severity == Severity.ERROR) {
      errors++;
      unread.add(path);
    }
    boolean secret = Secrets.isValue(resource, path) && !id.equals("YAML-UNKNOWN-FIELD");
    if (findings.size() < Limits.FINDINGS) {
      Finding finding =
          new Finding(
              id,
              severity,
              resource,
              path,
              secret ? Secrets.MESSAGE : message,
              secret
                  ? Secrets.HINT
                  : isPlaceholder(severity, id, message) ? Placeholders.HINT : hint,
              Origin.file(file, line, column));
      findings.add(isRefused(severity, resource) ? finding.by(Gate.API_SERVER) : finding);
    } else if (findings.size() == Limits.FINDINGS) {
      findings.add(
          new Finding(
              "YAML-LIMIT",
              Severity.ERROR,
              nobody(),
              "",
              "there are more findings in this file",
              "repair these first",
              Origin.file(file, line, column)));
    }
  }

  private static boolean isPlaceholder(Severity severity, String id, String message) {
    return severity == Severity.ERROR
        && !id.equals("YAML-UNKNOWN-FIELD")
        && Placeholders.isIn(message);
  }

  // What has no kind is no manifest yet, and the installation is read by istioctl.
  private static boolean isRefused(Severity severity, ResourceId resource) {
    return severity == Severity.ERROR
        && !resource.kind().isEmpty()
        && !resource.kind().equals(IstioOperator.KIND.name());
  }

  void add(Problem problem) {
    add(
        problem.id(),
        problem.severity(),
        nobody(),
        "",
        problem.text(),
        problem.hint(),
        problem.line(),
        problem.column());
  }

  static ResourceId nobody() {
    return new ResourceId("", Optional.empty(), "");
  }
}
