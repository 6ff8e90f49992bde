package com.policycortex.istio.report;

import java.io.IOException;
import java.util.List;

/** A form in which a report is written. The same report gives the same bytes. */
@FunctionalInterface
public interface ReportFormat {

  /** The names that {@link #named} knows. */
  List<String> NAMES = List.of("text", "json", "sarif", "junit", "markdown");

  /** Writes a report. */
  void write(Report report, Appendable out) throws IOException;

  /** For people: each finding with its line and a caret, and a summary. */
  static ReportFormat text() {
    return new TextFormat(Colours.NONE);
  }

  /** {@link #text} with colours, as terminals show them. */
  static ReportFormat colouredText() {
    return new TextFormat(Colours.ANSI);
  }

  /** For programs: one JSON object a line for each finding. */
  static ReportFormat json() {
    return new JsonLinesFormat();
  }

  /**
   * For code scanning: SARIF 2.1.0, suppressed findings included.
   *
   * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
   */
  static ReportFormat sarif() {
    return new SarifFormat();
  }

  /**
   * For continuous integration: JUnit's XML, a test case for each manifest. One fails when it has a
   * finding that weighs as much as {@link Report#failOn}.
   */
  static ReportFormat junit() {
    return new JunitFormat();
  }

  /** For a pull request: Markdown of at most 60,000 characters, which a comment can hold. */
  static ReportFormat markdown() {
    return markdown(MarkdownFormat.LENGTH);
  }

  /**
   * Markdown of at most so many characters. What does not fit is counted.
   *
   * @param length at least 2,000
   */
  static ReportFormat markdown(int length) {
    return new MarkdownFormat(length);
  }

  /**
   * The format of a name.
   *
   * @param name one of {@link #NAMES}
   * @throws IllegalArgumentException if there is none; the message says which there are
   */
  static ReportFormat named(String name) {
    return switch (name) {
      case "text" -> text();
      case "json" -> json();
      case "sarif" -> sarif();
      case "junit" -> junit();
      case "markdown" -> markdown();
      default ->
          throw new IllegalArgumentException(
              "there is no format \"" + name + "\"; choose one of " + String.join(", ", NAMES));
    };
  }
}
