package com.policycortex.istio.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * For code scanning: SARIF 2.1.0.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
final class SarifFindings implements FindingsWriter {

  private static final JsonFactory FACTORY = new JsonFactory();

  @Override
  public void write(
      List<Finding> findings, Map<String, String> sources, int manifests, PrintWriter out)
      throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      json.writeStartObject();
      writeTool(findings, json);
      // Columns count UTF-16 units, as editors do.
      json.writeStringField("columnKind", "utf16CodeUnits");
      json.writeArrayFieldStart("results");
      for (Finding finding : findings) {
        writeResult(finding, json);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    out.print('\n');
  }

  private static void writeTool(List<Finding> findings, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "istio-dsl");
    json.writeArrayFieldStart("rules");
    for (String id : new TreeSet<>(findings.stream().map(Finding::id).toList())) {
      json.writeStartObject();
      json.writeStringField("id", id);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeResult(Finding finding, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", finding.id());
    json.writeStringField("level", level(finding.severity()));
    json.writeObjectFieldStart("message");
    String subject = (finding.resource() + " " + finding.path()).strip();
    json.writeStringField(
        "text",
        (subject.isEmpty() ? "" : subject + ": ")
            + finding.message()
            + (finding.hint().isEmpty() ? "" : "\nFix: " + finding.hint()));
    json.writeEndObject();
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(finding.origin().file()));
    json.writeEndObject();
    if (finding.origin().isKnown()) {
      json.writeObjectFieldStart("region");
      json.writeNumberField("startLine", finding.origin().line());
      if (finding.origin().column() > 0) {
        json.writeNumberField("startColumn", finding.origin().column());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  // A relative path stays relative, so that a report means the same on another machine.
  private static String uri(String file) {
    if (file.startsWith("<")) {
      return "stdin";
    }
    Path path = Path.of(file);
    if (path.isAbsolute()) {
      return path.toUri().toASCIIString();
    }
    String root = Path.of("").toAbsolutePath().toUri().getRawPath();
    String absolute = path.toAbsolutePath().normalize().toUri().getRawPath();
    return absolute.startsWith(root) ? absolute.substring(root.length()) : absolute;
  }
}
