package com.policycortex.istio.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Fingerprint;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Related;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Suppressed;
import com.policycortex.istio.repair.FileChange;
import com.policycortex.istio.repair.LineChange;
import com.policycortex.istio.repair.Repairs;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes findings as SARIF's results. */
final class SarifResults {

  /** The name of our fingerprint; the number grows when it is made in another way. */
  private static final String FINGERPRINT = "istioDsl/v1";

  private final Report report;
  private final List<String> ids;
  private final JsonGenerator json;
  private final Repairs repairs;
  private final Map<String, Integer> digests = new HashMap<>();

  SarifResults(Report report, List<String> ids, JsonGenerator json) {
    this.report = report;
    this.ids = ids;
    this.json = json;
    this.repairs = report.repairs();
  }

  void write(Finding finding, Optional<Suppressed> suppressed) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", finding.id());
    json.writeNumberField("ruleIndex", ids.indexOf(finding.id()));
    json.writeStringField("level", SarifFormat.level(finding.severity()));
    SarifFormat.text("message", message(finding), json);
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    writeLocation(finding.origin(), finding.resource(), finding.path());
    json.writeEndObject();
    json.writeEndArray();
    writeRelated(finding.related());
    writeFingerprint(finding);
    writeFixes(finding.repairs());
    if (suppressed.isPresent()) {
      write(suppressed.get());
    }
    json.writeEndObject();
  }

  private static String message(Finding finding) {
    StringBuilder text = new StringBuilder();
    String subject = (finding.resource() + " " + finding.path()).strip();
    text.append(subject.isEmpty() ? "" : subject + ": ").append(finding.message());
    finding.witness().ifPresent(request -> text.append("\nFor example: ").append(request));
    if (!finding.hint().isEmpty()) {
      text.append("\nFix: ").append(finding.fix());
    }
    return text.toString();
  }

  private void writeLocation(Origin origin, ResourceId resource, String path) throws IOException {
    if (!origin.file().isEmpty()) {
      json.writeObjectFieldStart("physicalLocation");
      json.writeObjectFieldStart("artifactLocation");
      json.writeStringField("uri", FileUris.of(report.folder(), origin.file()));
      json.writeEndObject();
      if (origin.isKnown()) {
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", origin.line());
        if (origin.column() > 0) {
          json.writeNumberField("startColumn", origin.column());
        }
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    String subject = (resource + " " + path).strip();
    if (!subject.isEmpty()) {
      json.writeArrayFieldStart("logicalLocations");
      json.writeStartObject();
      json.writeStringField("fullyQualifiedName", subject);
      json.writeStringField("kind", "resource");
      json.writeEndObject();
      json.writeEndArray();
    }
  }

  private void writeRelated(List<Related> related) throws IOException {
    if (related.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("relatedLocations");
    int id = 1;
    for (Related other : related) {
      json.writeStartObject();
      json.writeNumberField("id", id++);
      writeLocation(other.origin(), other.resource(), other.path());
      SarifFormat.text("message", other.role(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  // Two findings can have one fingerprint; code scanning would take them for one.
  private void writeFingerprint(Finding finding) throws IOException {
    String digest = Fingerprint.of(finding, report.folder()).digest();
    int ordinal = digests.merge(digest, 1, Integer::sum);
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField(FINGERPRINT, digest + ":" + ordinal);
    json.writeEndObject();
  }

  // SARIF has no way to say a repair that is not a change of files.
  private void writeFixes(List<Repair> all) throws IOException {
    boolean open = false;
    for (Repair repair : all) {
      Optional<List<FileChange>> changes = repairs.changes(repair);
      if (changes.isPresent() && !changes.get().isEmpty()) {
        if (!open) {
          json.writeArrayFieldStart("fixes");
          open = true;
        }
        json.writeStartObject();
        SarifFormat.text("description", repair.toString(), json);
        json.writeArrayFieldStart("artifactChanges");
        for (FileChange change : changes.get()) {
          write(change);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("properties");
        json.writeBooleanField("safe", repair.isSafe());
        json.writeEndObject();
        json.writeEndObject();
      }
    }
    if (open) {
      json.writeEndArray();
    }
  }

  private void write(FileChange change) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", FileUris.of(report.folder(), change.file()));
    json.writeEndObject();
    json.writeArrayFieldStart("replacements");
    for (LineChange lines : change.changes()) {
      json.writeStartObject();
      json.writeObjectFieldStart("deletedRegion");
      json.writeNumberField("startLine", lines.line());
      json.writeNumberField("startColumn", 1);
      json.writeNumberField("endLine", lines.line() + lines.before().size());
      json.writeNumberField("endColumn", 1);
      json.writeEndObject();
      String text = String.join("\n", lines.after()) + (lines.after().isEmpty() ? "" : "\n");
      SarifFormat.text("insertedContent", text, json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Suppressed suppressed) throws IOException {
    json.writeArrayFieldStart("suppressions");
    json.writeStartObject();
    json.writeStringField("kind", suppressed.inSource() ? "inSource" : "external");
    json.writeStringField("status", "accepted");
    json.writeStringField("justification", suppressed.justification());
    if (!suppressed.where().file().isEmpty()) {
      json.writeObjectFieldStart("location");
      writeLocation(suppressed.where(), new ResourceId("", Optional.empty(), ""), "");
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndArray();
  }
}
