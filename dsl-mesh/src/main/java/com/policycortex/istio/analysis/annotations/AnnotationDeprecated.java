package com.policycortex.istio.analysis.annotations;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.Manifest;

/** An annotation is deprecated. */
final class AnnotationDeprecated extends Check<Manifest> {

  AnnotationDeprecated() {
    super(
        Subject.MANIFESTS,
        CheckInfo.info("ANNOTATION-DEPRECATED", "An annotation is deprecated")
            .meaning(
                "A Namespace, a Service, a workload or its pods have an annotation that Istio's"
                    + " reference calls deprecated. sidecar.istio.io/inject is not reported where"
                    + " the label of that name is there too.")
            .why("A later release of Istio may not read it any more.")
            .fix("Use what the reference names in its place")
            .codes("IST0135"));
  }

  @Override
  public void check(Manifest manifest, MeshView mesh, Report report) {
    for (Annotated place : Annotated.of(manifest)) {
      for (String name : place.annotations().keySet()) {
        boolean replaced = name.equals(KnownAnnotation.INJECT) && place.labels().containsKey(name);
        if (!replaced
            && KnownAnnotation.find(name).filter(KnownAnnotation::deprecated).isPresent()) {
          Draft draft =
              report
                  .add(place.path(name), "The annotation " + name + " is deprecated.")
                  .hint(
                      name.equals(KnownAnnotation.INJECT)
                          ? "Use the label of the same name"
                          : "Use what the reference names in its place");
          if (name.equals(KnownAnnotation.INJECT) && place.kind().equals("Pod")) {
            String value = place.annotations().get(name);
            draft.repair(
                "Make it a label",
                change ->
                    change
                        .put(place.labelsPath(), name, value)
                        .remove(place.path(name))
                        .removeIfEmpty(place.path()));
          }
        }
      }
    }
  }
}
