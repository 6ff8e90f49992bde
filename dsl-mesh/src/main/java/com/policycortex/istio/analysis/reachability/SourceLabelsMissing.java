package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.GivenNames;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A match asks for labels that no workload has. */
final class SourceLabelsMissing extends Check<VirtualService> {

  // Pods get these when they are made.
  private static final Set<String> MADE =
      Set.of("pod-template-hash", "controller-revision-hash", "job-name", "controller-uid");

  SourceLabelsMissing() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning(
                "VS-SOURCE-LABELS-NO-WORKLOAD", "A match is for a sender that is not there")
            .meaning(
                "No workload has the sourceLabels of a match that holds in the mesh only, and the"
                    + " workloads of every namespace to which the VirtualService is exported are"
                    + " among the manifests.")
            .why("The match never holds: its requests go to a later rule, or get 404.")
            .fix("Write labels that the sender's pods have")
            .needs(Need.WORKLOADS, Need.NAMESPACES));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    for (CommonMatch match : CommonMatch.forMeshAlone(service)) {
      Map<String, String> labels = match.labels();
      if (!labels.isEmpty()
          && labels.keySet().stream().noneMatch(SourceLabelsMissing::isMade)
          && mesh.workloads().selectEverywhere(labels).isEmpty()
          && areGiven(service, labels, mesh)) {
        Draft draft =
            report
                .add(
                    match.path() + ".sourceLabels",
                    "No workload has the labels " + labels + ": the match never holds")
                .at(match.match());
        labels.forEach((key, value) -> hint(key, value, mesh, draft));
      }
    }
  }

  private static boolean isMade(String key) {
    return key.contains("istio.io/")
        || (key.contains("kubernetes.io/") && !key.startsWith("app.kubernetes.io/"))
        || MADE.contains(key);
  }

  private static boolean areGiven(
      VirtualService service, Map<String, String> labels, MeshView mesh) {
    List<String> to = mesh.virtualServices().exportTo(service);
    List<String> namespaces =
        to.contains("*")
            ? mesh.all(Namespace.KIND).stream()
                .map(Namespace::name)
                .filter(name -> !name.equals(mesh.rootNamespace()))
                .toList()
            : to;
    return !namespaces.isEmpty()
        && namespaces.stream().allMatch(name -> mesh.workloads().wouldBeGiven(name, labels));
  }

  private static void hint(String key, String value, MeshView mesh, Draft draft) {
    GivenNames.values(key, mesh)
        .nearest(value)
        .filter(near -> !near.equals(value))
        .ifPresent(near -> draft.hint("Write " + key + ": " + near));
  }
}
