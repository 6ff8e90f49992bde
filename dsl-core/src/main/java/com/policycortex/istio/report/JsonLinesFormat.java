package com.policycortex.istio.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Fingerprint;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Related;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.repair.Repairs;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** For programs: one JSON object a line. Every field is always there. */
final class JsonLinesFormat implements ReportFormat {

  private static final JsonFactory FACTORY = new JsonFactory();

  @Override
  public void write(Report report, Appendable out) throws IOException {
    Repairs repairs = report.repairs();
    for (Finding finding : report.visible()) {
      try (JsonGenerator json = FACTORY.createGenerator(new AppendableWriter(out))) {
        write(finding, report, repairs, json);
      }
      out.append('\n');
    }
  }

  private static void write(Finding finding, Report report, Repairs repairs, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    write(finding.origin(), json);
    json.writeStringField("severity", finding.severity().toString());
    json.writeStringField("id", finding.id());
    write(finding.resource(), "resource", json);
    json.writeStringField("path", finding.path());
    json.writeStringField("message", finding.message());
    json.writeStringField("hint", finding.hint());
    json.writeFieldName("gate");
    if (finding.gate().isPresent()) {
      json.writeString(finding.gate().get().toString());
    } else {
      json.writeNull();
    }
    json.writeArrayFieldStart("related");
    for (Related other : finding.related()) {
      json.writeStartObject();
      write(other.origin(), json);
      write(other.resource(), "resource", json);
      json.writeStringField("path", other.path());
      json.writeStringField("role", other.role());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeFieldName("witness");
    if (finding.witness().isPresent()) {
      write(finding.witness().get(), json);
    } else {
      json.writeNull();
    }
    json.writeArrayFieldStart("repairs");
    for (Repair repair : finding.repairs()) {
      write(repair, repairs.difference(repair), json);
    }
    json.writeEndArray();
    json.writeStringField("fingerprint", Fingerprint.of(finding, report.folder()).digest());
    json.writeEndObject();
  }

  private static void write(Origin origin, JsonGenerator json) throws IOException {
    json.writeStringField("file", origin.file());
    json.writeNumberField("line", origin.line());
    json.writeNumberField("column", origin.column());
  }

  private static void write(ResourceId resource, String name, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart(name);
    write(resource, json);
    json.writeEndObject();
  }

  private static void write(ResourceId resource, JsonGenerator json) throws IOException {
    json.writeStringField("kind", resource.kind());
    json.writeStringField("namespace", resource.namespace().orElse(""));
    json.writeStringField("name", resource.name());
  }

  private static void write(Witness witness, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("method", witness.method());
    json.writeStringField("host", witness.host());
    json.writeNumberField("port", witness.port());
    json.writeStringField("path", witness.path());
    json.writeObjectFieldStart("headers");
    for (Map.Entry<String, String> header : witness.headers().entrySet()) {
      json.writeStringField(header.getKey(), header.getValue());
    }
    json.writeEndObject();
    json.writeStringField("source", witness.source());
    json.writeStringField("outcome", witness.outcome());
    json.writeEndObject();
  }

  private static void write(Repair repair, List<String> diff, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("description", repair.description());
    json.writeBooleanField("safe", repair.isSafe());
    json.writeStringField("changes", repair.changes());
    json.writeStringField("diff", diff.isEmpty() ? "" : String.join("\n", diff) + "\n");
    json.writeArrayFieldStart("replacements");
    boolean leftOut = Repairs.isLeftOut(diff);
    for (var replacement : repair.replacements()) {
      if (leftOut) {
        json.writeString(diff.get(0));
        continue;
      }
      boolean secret = replacement.resourceId().kind().equals("Secret");
      json.writeString(secret ? "(not shown: a Secret)" : replacement.toString());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("removed");
    for (ResourceId removed : repair.removed()) {
      json.writeStartObject();
      write(removed, json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
