package com.policycortex.istio.analysis.annotations;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Suggestions;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.Manifest;

/** Istio does not know an annotation of its own name. */
final class AnnotationUnknown extends Check<Manifest> {

  AnnotationUnknown() {
    super(
        Subject.MANIFESTS,
        CheckInfo.warning("ANNOTATION-UNKNOWN", "Istio does not know an annotation")
            .meaning(
                "A Namespace, a Service, a workload or its pods have an annotation in a domain of"
                    + " istio.io that Istio does not define.")
            .why("Nobody reads it: what it was to change stays as it is.")
            .fix("Write the annotation as the reference has it")
            .codes("IST0108"));
  }

  @Override
  public void check(Manifest manifest, MeshView mesh, Report report) {
    for (Annotated place : Annotated.of(manifest)) {
      for (String name : place.annotations().keySet()) {
        if (KnownAnnotation.isOfIstio(name) && KnownAnnotation.find(name).isEmpty()) {
          Draft draft = report.add(place.path(name), "Istio has no annotation " + name + ".");
          Suggestions.nearest(name, KnownAnnotation.names())
              .ifPresent(near -> draft.hint("Write " + near));
          Suggestions.slip(name, KnownAnnotation.namesOf(place.kind()))
              .ifPresent(
                  slip ->
                      draft.repair(
                          "Write " + slip, change -> change.rename(place.path(name), slip)));
          draft.changing("it holds for what has the annotation, and pods start anew");
        }
      }
    }
  }
}
