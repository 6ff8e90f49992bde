package com.policycortex.istio.mesh;

import com.policycortex.istio.mesh.Workload.Owner;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.CronJob;
import com.policycortex.istio.model.kubernetes.DaemonSet;
import com.policycortex.istio.model.kubernetes.Deployment;
import com.policycortex.istio.model.kubernetes.Job;
import com.policycortex.istio.model.kubernetes.Pod;
import com.policycortex.istio.model.kubernetes.PodTemplate;
import com.policycortex.istio.model.kubernetes.ReplicaSet;
import com.policycortex.istio.model.kubernetes.StatefulSet;
import com.policycortex.istio.model.kubernetes.WorkloadManifest;
import com.policycortex.istio.model.networking.WorkloadEntry;
import com.policycortex.istio.model.networking.WorkloadEntrySpec;
import com.policycortex.istio.model.networking.WorkloadGroup;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonBoolean;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.JsonValue.JsonString;
import com.policycortex.istio.yaml.ManifestReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the workload in a manifest that has one. */
final class WorkloadReader {

  /** Kinds outside the model whose pods are made of a template. */
  private static final List<String> RAW_KINDS =
      List.of(
          Names.rawKind("", "ReplicationController"),
          Names.rawKind("argoproj.io", "Rollout"),
          Names.rawKind("apps.openshift.io", "DeploymentConfig"));

  /** The kinds of which there are workloads, as they are indexed. */
  static final List<String> KINDS =
      List.of(
          Names.kind(Deployment.KIND),
          Names.kind(StatefulSet.KIND),
          Names.kind(DaemonSet.KIND),
          Names.kind(ReplicaSet.KIND),
          Names.kind(Pod.KIND),
          Names.kind(Job.KIND),
          Names.kind(CronJob.KIND),
          Names.kind(WorkloadEntry.KIND),
          Names.kind(WorkloadGroup.KIND),
          RAW_KINDS.get(0),
          RAW_KINDS.get(1),
          RAW_KINDS.get(2));

  private static final String DEFAULT_ACCOUNT = "default";

  private WorkloadReader() {}

  static Optional<Workload> read(Manifest manifest) {
    if (manifest instanceof WorkloadManifest workload) {
      return Optional.of(pods(manifest, workload.podTemplate()));
    }
    if (manifest instanceof WorkloadEntry entry) {
      return Optional.of(machine(entry, entry.labels(), entry.serviceAccount()));
    }
    if (manifest instanceof WorkloadGroup group) {
      WorkloadEntrySpec template = group.template();
      Map<String, String> labels = new LinkedHashMap<>(template.labels());
      group.workloadMetadata().ifPresent(metadata -> labels.putAll(metadata.labels()));
      return Optional.of(machine(group, labels, template.serviceAccount()));
    }
    if (manifest instanceof RawManifest raw && RAW_KINDS.contains(Names.kind(raw))) {
      return Optional.of(pods(raw, template(raw)));
    }
    return Optional.empty();
  }

  private static Workload pods(Manifest manifest, PodTemplate template) {
    return new Workload(
        Names.namespace(manifest),
        manifest.name(),
        template.labels(),
        template.serviceAccountName(),
        Optional.of(template),
        owner(manifest),
        manifest);
  }

  private static Workload machine(
      Manifest manifest, Map<String, String> labels, Optional<String> account) {
    return new Workload(
        Names.namespace(manifest),
        manifest.name(),
        Map.copyOf(labels),
        account.filter(name -> !name.isEmpty()).orElse(DEFAULT_ACCOUNT),
        Optional.empty(),
        owner(manifest),
        manifest);
  }

  // The template is a pod but for its name, and the reader knows pods.
  private static PodTemplate template(RawManifest raw) {
    JsonObject template = object(object(raw.body(), "spec"), "template");
    JsonObject pod =
        template
            .with("apiVersion", "v1")
            .with("kind", "Pod")
            .with("metadata", object(template, "metadata").with("name", raw.name()));
    return ManifestReader.read("template", pod.toString()).manifests().stream()
        .filter(Pod.class::isInstance)
        .map(manifest -> ((Pod) manifest).podTemplate())
        .findFirst()
        .orElseGet(PodTemplate::podTemplate);
  }

  private static Optional<Owner> owner(Manifest manifest) {
    if (manifest.metadata().more().get("ownerReferences") instanceof JsonArray owners) {
      for (JsonValue value : owners.values()) {
        if (value instanceof JsonObject owner
            && owner.fields().get("controller") instanceof JsonBoolean controls
            && controls.value()) {
          return Optional.of(new Owner(text(owner, "kind"), text(owner, "name")));
        }
      }
    }
    return Optional.empty();
  }

  private static JsonObject object(JsonObject in, String field) {
    return in.fields().get(field) instanceof JsonObject object ? object : JsonValue.object();
  }

  private static String text(JsonObject in, String field) {
    return in.fields().get(field) instanceof JsonString text ? text.value() : "";
  }
}
