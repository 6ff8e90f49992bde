package com.policycortex.istio.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Suppressed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** For code scanning: SARIF 2.1.0. */
final class SarifFormat implements ReportFormat {

  /** More in one run are refused by GitHub as a whole. */
  static final int MOST_RESULTS = 25_000;

  private static final JsonFactory FACTORY = new JsonFactory();

  @Override
  public void write(Report report, Appendable out) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    try (JsonGenerator json = FACTORY.createGenerator(new AppendableWriter(out))) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
      json.writeStartObject();
      json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      writeRun(report, json);
      json.writeEndArray();
      json.writeEndObject();
    }
    out.append('\n');
  }

  private static void writeRun(Report report, JsonGenerator json) throws IOException {
    List<Finding> all = report.visible();
    List<Finding> findings = heaviest(all);
    SortedMap<String, Finding> firsts = new TreeMap<>();
    Stream.concat(findings.stream(), report.suppressed().stream().map(Suppressed::finding))
        .forEach(finding -> firsts.putIfAbsent(finding.id(), finding));
    List<String> ids = List.copyOf(firsts.keySet());
    json.writeStartObject();
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "istio-dsl");
    json.writeArrayFieldStart("rules");
    for (Finding first : firsts.values()) {
      writeRule(first, report, json);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    writeInvocation(report, all.size() - findings.size(), json);
    // Columns count UTF-16 units, as editors do.
    json.writeStringField("columnKind", "utf16CodeUnits");
    json.writeArrayFieldStart("results");
    SarifResults results = new SarifResults(report, ids, json);
    for (Finding finding : findings) {
      results.write(finding, Optional.empty());
    }
    for (Suppressed suppressed :
        report.suppressed().stream().limit(MOST_RESULTS - findings.size()).toList()) {
      results.write(suppressed.finding(), Optional.of(suppressed));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  // In their own order; of the lightest those are left out that are too many.
  private static List<Finding> heaviest(List<Finding> findings) {
    if (findings.size() <= MOST_RESULTS) {
      return findings;
    }
    Set<Finding> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    findings.stream()
        .sorted(Comparator.comparing(Finding::severity))
        .limit(MOST_RESULTS)
        .forEach(kept::add);
    return findings.stream().filter(kept::contains).toList();
  }

  private static void writeRule(Finding first, Report report, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", first.id());
    Optional<RuleDescription> rule = report.rules().describe(first.id());
    if (rule.isPresent()) {
      write(rule.get(), json);
    } else {
      // Nobody knows more of it than the finding says.
      text("shortDescription", first.hint().isEmpty() ? first.message() : first.hint(), json);
    }
    json.writeEndObject();
  }

  private static void write(RuleDescription rule, JsonGenerator json) throws IOException {
    text("shortDescription", rule.summary(), json);
    if (!rule.help().isEmpty()) {
      json.writeObjectFieldStart("help");
      json.writeStringField("text", rule.help());
      json.writeStringField("markdown", rule.help());
      json.writeEndObject();
    }
    if (rule.page().isPresent()) {
      json.writeStringField("helpUri", rule.page().get().toASCIIString());
    }
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", level(rule.severity()));
    json.writeEndObject();
  }

  // What was not looked at is no finding, but whoever reads the findings should know.
  private static void writeInvocation(Report report, int missing, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", true);
    List<String> remarks = new ArrayList<>();
    if (missing > 0) {
      remarks.add(
          Summary.count(missing, "finding") + " of the least weight left out: they are too many");
    }
    report.skipped().forEach(one -> remarks.add(one.what() + " left out: " + one.why()));
    if (!remarks.isEmpty()) {
      json.writeArrayFieldStart("toolExecutionNotifications");
      for (String remark : remarks) {
        json.writeStartObject();
        json.writeStringField("level", "note");
        text("message", remark, json);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndArray();
  }

  static void text(String field, String text, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }
}
