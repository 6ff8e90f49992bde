package com.policycortex.istio.analysis.injection;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.kubernetes.Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A namespace asks for proxies in two ways at once. */
final class NamespaceLabelsConflict extends Check<Namespace> {

  private static final String MODE = "istio.io/dataplane-mode";

  NamespaceLabelsConflict() {
    super(
        Subject.of(Namespace.KIND),
        CheckInfo.warning("NS-INJECTION-LABELS-CONFLICT", "A namespace asks for proxies twice")
            .meaning(
                "The Namespace has more than one of the labels istio-injection: enabled,"
                    + " istio.io/rev and istio.io/dataplane-mode.")
            .why(
                "istio-injection outranks istio.io/rev, so pods stay with the default control plane"
                    + " after an upgrade seems done; a sidecar in an ambient namespace takes the"
                    + " pod out of the waypoint's policies.")
            .fix("Keep the one label that is meant")
            .codes("IST0123", "KIA1311"));
  }

  @Override
  public void check(Namespace namespace, MeshView mesh, Report report) {
    if (namespace.name().equals("istio-system")) {
      return;
    }
    Map<String, String> labels = namespace.metadata().labels();
    String injection = labels.get(Injectors.INJECTION);
    List<String> asking = new ArrayList<>();
    if (injection != null) {
      asking.add(Injectors.INJECTION + "=" + injection);
    }
    for (String label : List.of(Injectors.REVISION, MODE)) {
      if (labels.containsKey(label) && (injection == null || injection.equals("enabled"))) {
        asking.add(label + "=" + labels.get(label));
      }
    }
    if (asking.size() > 1) {
      Map<String, String> kept = new TreeMap<>(labels);
      kept.remove(injection != null ? Injectors.INJECTION : MODE);
      report
          .add("metadata.labels", "The labels " + asking + " ask for different proxies.")
          .repair(
              Repair.replace(
                      "Without " + (injection != null ? Injectors.INJECTION : MODE),
                      namespace.metadata(namespace.metadata().labels(kept)))
                  .changes("pods get the proxy that the other label asks for when they start"));
    }
  }
}
