package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.Resource;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Metadata;
import java.util.Optional;

/**
 * What brings pods into a cluster: a pod itself, or a controller that makes pods of a template.
 *
 * <pre>{@code
 * if (manifest instanceof WorkloadManifest workload) {
 *   workload.podTemplate().labels();             // whom Services and policies select
 *   workload.podTemplate().serviceAccountName(); // who the pods are
 * }
 * }</pre>
 */
public sealed interface WorkloadManifest extends Resource
    permits CronJob, DaemonSet, Deployment, Job, Pod, ReplicaSet, StatefulSet {

  /** What the pods are like. */
  PodTemplate podTemplate();

  /** Which pods a controller takes for its own; absent where Kubernetes makes the selector. */
  Optional<LabelSelector> podSelector();

  /** The manifest's kind. */
  Kind<?> kind();

  /** The manifest's own metadata; the pods' is in {@link #podTemplate()}. */
  Metadata metadata();

  /** {@code metadata.name}. */
  String name();

  /** {@code metadata.namespace}: also the namespace of the pods. */
  Optional<String> namespace();

  /** Where the manifest was written. */
  Origin origin();
}
