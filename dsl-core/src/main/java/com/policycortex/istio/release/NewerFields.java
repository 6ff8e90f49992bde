package com.policycortex.istio.release;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.JsonValue.JsonString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes through a manifest's JSON beside what is new, and finds what a release does not have. */
final class NewerFields {

  private final IstioVersion target;
  private final Manifest manifest;
  private final Optional<Gate> gate;
  private final List<Finding> findings;

  /**
   * Looks for what is newer than a release.
   *
   * @param gate who refuses it; empty within MeshConfig, of which istiod takes what it knows
   */
  NewerFields(IstioVersion target, Manifest manifest, Optional<Gate> gate, List<Finding> findings) {
    this.target = target;
    this.manifest = manifest;
    this.gate = gate;
    this.findings = findings;
  }

  void find(JsonValue value, Novelties news, String path) {
    if (value instanceof JsonObject object) {
      for (Map.Entry<String, JsonValue> field : object.fields().entrySet()) {
        String name = field.getKey();
        Novelties known = news.field(name);
        if (known != null) {
          within(field.getValue(), known, path.isEmpty() ? name : path + "." + name);
        } else {
          within(field.getValue(), news.entry(), path + "[" + name + "]");
        }
      }
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.values().size(); i++) {
        within(array.values().get(i), news.element(), path + "[" + i + "]");
      }
    } else if (value instanceof JsonString text) {
      IstioVersion since = news.sinceOf(text.value());
      if (since != null && target.isBefore(since)) {
        add(
            "RELEASE-CONSTANT",
            path,
            '"' + text.value() + '"',
            since,
            gate.isPresent()
                ? "its API server refuses the manifest"
                : "its istiod does not read it");
      }
    }
  }

  private void within(JsonValue value, @Nullable Novelties news, String path) {
    if (news == null) {
      return;
    }
    IstioVersion since = news.since;
    if (since != null && target.isBefore(since)) {
      add(
          "RELEASE-FIELD",
          path,
          path.substring(path.lastIndexOf('.') + 1),
          since,
          gate.isPresent()
              ? "its API server refuses the manifest, and kubectl without validation drops the field"
              : "its istiod leaves it out, and only its log says so");
    } else {
      find(value, news, path);
    }
  }

  private void add(String id, String path, String what, IstioVersion since, String consequence) {
    Finding finding =
        new Finding(
            id,
            Severity.ERROR,
            manifest.resourceId(),
            path,
            what
                + " is there since Istio "
                + since
                + ", and the target is "
                + target
                + "; "
                + consequence,
            "leave it out, or take Istio " + since + " or newer as the target",
            manifest.origin());
    findings.add(gate.map(finding::by).orElse(finding));
  }
}
