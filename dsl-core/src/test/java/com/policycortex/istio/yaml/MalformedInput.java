package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.validation.Validation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One kind of malformed input, and what is said about it. */
final class MalformedInput {

  private final String group;
  private final String what;
  private final String shown;
  private final String file;
  private final byte[] bytes;
  private final List<String> reports;

  /**
   * Input of this kind.
   *
   * @param group what it belongs to
   * @param what the kind, in words
   * @param shown what somebody writes
   * @param file the name of the file, which tells YAML from JSON
   * @param bytes what the file holds
   * @param reports the severity, id, line and column of each finding, in the order of the places
   */
  MalformedInput(
      String group, String what, String shown, String file, byte[] bytes, List<String> reports) {
    this.group = group;
    this.what = what;
    this.shown = shown;
    this.file = file;
    this.bytes = bytes.clone();
    this.reports = List.copyOf(reports);
  }

  String group() {
    return group;
  }

  String what() {
    return what;
  }

  String shown() {
    return shown;
  }

  List<String> reports() {
    return reports;
  }

  /** All that one run says, of the reader and of the rules. */
  List<Finding> findings() {
    ReadResult read = read();
    List<Finding> rules = new ArrayList<>(Validation.validate(read.manifests()));
    for (HalfRead half : read.halfRead()) {
      rules.addAll(Validation.validate(half.manifest(), half.unread()));
    }
    Locator locator = new Locator(read.sources());
    return Stream.concat(read.findings().stream(), rules.stream().map(locator::locate))
        .sorted(
            Comparator.comparingInt((Finding finding) -> finding.origin().line())
                .thenComparing(finding -> finding.origin().column()))
        .toList();
  }

  ReadResult read() {
    return ManifestReader.read(file, bytes);
  }

  /** A finding as it stands among the reports. */
  static String report(Finding finding) {
    return finding.severity()
        + " "
        + finding.id()
        + " "
        + finding.origin().line()
        + ":"
        + finding.origin().column();
  }

  @Override
  public String toString() {
    return what;
  }
}
