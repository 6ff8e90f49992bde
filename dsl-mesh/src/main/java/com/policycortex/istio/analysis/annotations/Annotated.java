package com.policycortex.istio.analysis.annotations;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.kubernetes.CronJob;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.model.kubernetes.Pod;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.kubernetes.WorkloadManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place with annotations of Istio.
 *
 * @param kind the kind of what is annotated: of pods in a template it is Pod
 * @param path the field
 * @param annotations those of Istio by key
 * @param labels the labels at the same place
 */
record Annotated(
    String kind, String path, Map<String, String> annotations, Map<String, String> labels) {

  /** The places of a manifest: its own, and that of its pods. */
  static List<Annotated> of(Manifest manifest) {
    boolean known =
        manifest instanceof Namespace
            || manifest instanceof Service
            || manifest instanceof WorkloadManifest;
    if (!known) {
      return List.of();
    }
    List<Annotated> places = new ArrayList<>(0);
    add(manifest.kind().name(), "metadata.annotations", manifest.metadata(), places);
    if (manifest instanceof WorkloadManifest workload && !(manifest instanceof Pod)) {
      Optional<Metadata> pods = workload.podTemplate().metadata();
      if (pods.isPresent()) {
        add("Pod", template(manifest), pods.get(), places);
      }
    }
    return places;
  }

  /** Where the annotations of a workload's pods are, if it has a template for them. */
  static Optional<String> podsOf(Manifest manifest) {
    return manifest instanceof WorkloadManifest && !(manifest instanceof Pod)
        ? Optional.of(template(manifest))
        : Optional.empty();
  }

  private static String template(Manifest manifest) {
    return manifest instanceof CronJob
        ? "spec.jobTemplate.spec.template.metadata.annotations"
        : "spec.template.metadata.annotations";
  }

  private static void add(String kind, String path, Metadata metadata, List<Annotated> places) {
    if (hasAny(metadata.annotations())) {
      places.add(new Annotated(kind, path, metadata.annotations(), metadata.labels()));
    }
  }

  private static boolean hasAny(Map<String, String> annotations) {
    for (String annotation : annotations.keySet()) {
      if (KnownAnnotation.isOfIstio(annotation)) {
        return true;
      }
    }
    return false;
  }

  /** The labels beside the annotations. */
  String labelsPath() {
    return path.substring(0, path.lastIndexOf('.')) + ".labels";
  }

  /** The field of an annotation. */
  String path(String annotation) {
    return path + "[" + annotation + "]";
  }
}
