package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong in a file. */
final class Findings {

  private final String file;
  private final List<Finding> findings = new ArrayList<>();
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
    }
    boolean secret = Secrets.isValue(resource, path) && !id.equals("YAML-UNKNOWN-FIELD");
    if (findings.size() < Limits.FINDINGS) {
      findings.add(
          new Finding(
              id,
              severity,
              resource,
              path,
              secret ? Secrets.MESSAGE : message,
              secret ? Secrets.HINT : hint,
              Origin.file(file, line, column)));
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
