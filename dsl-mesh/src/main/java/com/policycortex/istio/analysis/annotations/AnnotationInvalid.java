package com.policycortex.istio.analysis.annotations;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.Manifest;
import java.util.Map;
import java.util.Optional;

/** The value of an annotation is none that Istio takes. */
final class AnnotationInvalid extends Check<Manifest> {

  AnnotationInvalid() {
    super(
        Subject.MANIFESTS,
        CheckInfo.warning("ANNOTATION-INVALID", "An annotation has a value that does not count")
            .meaning(
                "An annotation of Istio is in its place, and its value is none that the injector"
                    + " takes: a port or list of ports, a list of CIDR ranges, a number, a truth"
                    + " value, a quantity, a mode of interception, or a ProxyConfig.")
            .why("The injector refuses the pod, so that it does not start.")
            .fix("Write a value of the form that the reference asks for")
            .codes("IST0125"));
  }

  @Override
  public void check(Manifest manifest, MeshView mesh, Report report) {
    for (Annotated place : Annotated.of(manifest)) {
      for (Map.Entry<String, String> annotation : place.annotations().entrySet()) {
        String name = annotation.getKey();
        if (KnownAnnotation.find(name).filter(known -> known.belongsTo(place.kind())).isEmpty()) {
          continue;
        }
        Optional<String> problem = AnnotationValues.problem(name, annotation.getValue());
        problem.ifPresent(text -> report.add(place.path(name), name + ": " + text + "."));
      }
    }
  }
}
