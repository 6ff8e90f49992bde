package com.policycortex.istio.analysis.injection;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.RawManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Two injectors take the same pods. */
final class InjectorsOverlap extends Check<RawManifest> {

  InjectorsOverlap() {
    super(
        Subject.raw(Injectors.GROUP, Injectors.KIND),
        CheckInfo.error("WEBHOOK-OVERLAP", "Two injectors take the same pods")
            .meaning(
                "For some combination of the labels istio-injection and istio.io/rev of the"
                    + " namespace, and sidecar.istio.io/inject and istio.io/rev of the pod, another"
                    + " of Istio's webhooks takes the pod as well.")
            .why(
                "The pod is injected twice, by two control planes: which of them it belongs to is a"
                    + " matter of the webhooks' order, and it may not start.")
            .fix("Remove the webhooks of the control plane that is not used any more")
            .codes("IST0139"));
  }

  @Override
  public void check(RawManifest configuration, MeshView mesh, Report report) {
    List<Injectors.Injector> own = Injectors.of(configuration);
    if (own.isEmpty()) {
      return;
    }
    List<Injectors.Injector> all = Injectors.all(mesh);
    List<Optional<String>> revisions = new ArrayList<>(List.of(Optional.empty()));
    Injectors.revisions(all).forEach(revision -> revisions.add(Optional.of(revision)));
    List<Map<String, String>> namespaces =
        combinations(Injectors.INJECTION, List.of("enabled", "disabled"), revisions);
    List<Map<String, String>> pods =
        combinations(Workload.INJECT, List.of("true", "false"), revisions);
    for (Injectors.Injector injector : own) {
      overlap(injector, all, namespaces, pods, report);
    }
  }

  private static void overlap(
      Injectors.Injector injector,
      List<Injectors.Injector> all,
      List<Map<String, String>> namespaces,
      List<Map<String, String>> pods,
      Report report) {
    for (Map<String, String> namespace : namespaces) {
      for (Map<String, String> pod : pods) {
        if (!injector.takes(namespace, pod)) {
          continue;
        }
        for (Injectors.Injector other : all) {
          if (!other.equals(injector) && other.takes(namespace, pod)) {
            report
                .add(
                    "webhooks[" + injector.index() + "]",
                    "A pod labelled "
                        + pod
                        + " in a namespace labelled "
                        + namespace
                        + " is taken by "
                        + other.name()
                        + " of "
                        + other.configuration().name()
                        + " as well.")
                .related(
                    other.configuration(), "webhooks[" + other.index() + "]", "takes it as well");
            return;
          }
        }
      }
    }
  }

  private static List<Map<String, String>> combinations(
      String label, List<String> values, List<Optional<String>> revisions) {
    List<Map<String, String>> all = new ArrayList<>();
    for (Optional<String> revision : revisions) {
      Map<String, String> plain = new TreeMap<>();
      revision.ifPresent(name -> plain.put(Injectors.REVISION, name));
      all.add(plain);
      for (String value : values) {
        Map<String, String> with = new TreeMap<>(plain);
        with.put(label, value);
        all.add(with);
      }
    }
    return all;
  }
}
