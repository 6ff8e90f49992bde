package com.policycortex.istio.analysis.annotations;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.Manifest;
import java.util.Optional;

/** An annotation is where Istio does not look. */
final class AnnotationMisplaced extends Check<Manifest> {

  AnnotationMisplaced() {
    super(
        Subject.MANIFESTS,
        CheckInfo.warning("ANNOTATION-MISPLACED", "An annotation is where nobody looks")
            .meaning(
                "An annotation of Istio is on a kind of manifest on which Istio does not look for"
                    + " it, for example one for pods on the Deployment itself in place of the"
                    + " template of its pods.")
            .why("Nobody reads it: what it was to change stays as it is.")
            .fix("Move it, for pods to spec.template.metadata.annotations")
            .codes("IST0107"));
  }

  @Override
  public void check(Manifest manifest, MeshView mesh, Report report) {
    for (Annotated place : Annotated.of(manifest)) {
      for (String name : place.annotations().keySet()) {
        KnownAnnotation.find(name)
            .filter(known -> !known.isOfIstioItself() && !known.belongsTo(place.kind()))
            .ifPresent(
                known -> {
                  Draft draft =
                      report.add(
                          place.path(name),
                          "Istio looks for "
                              + name
                              + " on "
                              + String.join(", ", known.kinds())
                              + ", not on "
                              + place.kind()
                              + ".");
                  Optional<String> pods =
                      Annotated.podsOf(manifest)
                          .filter(path -> known.belongsTo("Pod") && !path.equals(place.path()));
                  pods.ifPresent(
                      path ->
                          draft.repair(
                              "Move it to the pods",
                              change ->
                                  change
                                      .onlyIf(change.at(path + "[" + name + "]").isEmpty())
                                      .put(path, name, place.annotations().getOrDefault(name, ""))
                                      .remove(place.path(name))
                                      .removeIfEmpty(place.path())));
                  draft.changing("the pods start anew, and it holds for them");
                });
      }
    }
  }
}
