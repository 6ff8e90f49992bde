package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.List;
import java.util.Set;

/** A cluster has reported that something does not work. */
final class NegativeCondition extends Check<Manifest> {

  private static final Set<String> GOOD =
      Set.of(
          "Accepted",
          "Programmed",
          "ResolvedRefs",
          "istio.io/WaypointBound",
          "ZtunnelAccepted",
          "WaypointAccepted");
  private static final Set<String> BAD = Set.of("Conflicted", "Detached");
  private static final Set<String> BENIGN = Set.of("Pending", "ListenersNotValid");

  NegativeCondition() {
    super(
        Subject.MANIFESTS,
        CheckInfo.warning("STATUS-NEGATIVE-CONDITION", "A cluster says that this does not work")
            .meaning(
                "The status that is among the manifest's fields has a condition that says no:"
                    + " Accepted, Programmed, ResolvedRefs, istio.io/WaypointBound, ZtunnelAccepted"
                    + " or WaypointAccepted is False, or Conflicted or Detached is True; of the"
                    + " manifest, a listener or a parent.")
            .why("The cluster from which the manifest comes does not do what it says.")
            .fix("Read the condition's message, and mend what it names")
            .codes("IST0171", "GWAPI"));
  }

  @Override
  public void check(Manifest manifest, MeshView mesh, Report report) {
    JsonValue status =
        manifest instanceof RawManifest raw
            ? Untyped.object(raw.body(), "status")
            : manifest.status().orElse(JsonValue.object());
    if (!(status instanceof JsonObject object) || object.fields().isEmpty()) {
      return;
    }
    conditions(object, "status", report);
    for (String list : List.of("listeners", "parents")) {
      List<JsonObject> parts = Untyped.objects(object, list);
      for (int i = 0; i < parts.size(); i++) {
        conditions(parts.get(i), "status." + list + "[" + i + "]", report);
      }
    }
  }

  private static void conditions(JsonObject in, String path, Report report) {
    List<JsonObject> conditions = Untyped.objects(in, "conditions");
    for (int i = 0; i < conditions.size(); i++) {
      String type = Untyped.text(conditions.get(i), "type").orElse("");
      String value = Untyped.text(conditions.get(i), "status").orElse("");
      String reason = Untyped.text(conditions.get(i), "reason").orElse("");
      boolean negative =
          (GOOD.contains(type) && value.equals("False"))
              || (BAD.contains(type) && value.equals("True"))
              || (type.equals("WaypointAccepted") && reason.equals("PartiallyInvalid"));
      if (negative && !BENIGN.contains(reason)) {
        report.add(
            path + ".conditions[" + i + "]",
            type
                + " is "
                + value
                + " ("
                + reason
                + "): "
                + Untyped.text(conditions.get(i), "message").orElse("")
                + ".");
      }
    }
  }
}
