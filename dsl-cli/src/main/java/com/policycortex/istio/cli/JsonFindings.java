package com.policycortex.istio.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.policycortex.istio.finding.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** For programs: one JSON object a line. */
final class JsonFindings implements FindingsWriter {

  private static final JsonFactory FACTORY = new JsonFactory();

  @Override
  public void write(
      List<Finding> findings, Map<String, String> sources, int manifests, PrintWriter out)
      throws IOException {
    for (Finding finding : findings) {
      try (JsonGenerator json = FACTORY.createGenerator(out)) {
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        write(finding, json);
      }
      out.print('\n');
    }
  }

  private static void write(Finding finding, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", finding.origin().file());
    json.writeNumberField("line", finding.origin().line());
    json.writeNumberField("column", finding.origin().column());
    json.writeStringField("severity", finding.severity().toString());
    json.writeStringField("id", finding.id());
    json.writeObjectFieldStart("resource");
    json.writeStringField("kind", finding.resource().kind());
    json.writeStringField("namespace", finding.resource().namespace().orElse(""));
    json.writeStringField("name", finding.resource().name());
    json.writeEndObject();
    json.writeStringField("path", finding.path());
    json.writeStringField("message", finding.message());
    json.writeStringField("hint", finding.hint());
    json.writeEndObject();
  }
}
