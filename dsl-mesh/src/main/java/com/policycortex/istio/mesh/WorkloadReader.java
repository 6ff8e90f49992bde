package com.policycortex.istio.mesh;

import com.policycortex.istio.mesh.Workload.ContainerPort;
import com.policycortex.istio.mesh.Workload.Owner;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.networking.WorkloadEntry;
import com.policycortex.istio.model.networking.WorkloadEntrySpec;
import com.policycortex.istio.model.networking.WorkloadGroup;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonBoolean;
import com.policycortex.istio.wire.JsonValue.JsonNumber;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the workload in a manifest that has one. */
final class WorkloadReader {

  private static final String DEFAULT_ACCOUNT = "default";

  /** The kinds of which there are workloads, as they are indexed. */
  static final List<String> KINDS =
      List.of(
          WorkloadEntry.KIND.name(),
          WorkloadGroup.KIND.name(),
          "apps/Deployment",
          "apps/StatefulSet",
          "apps/DaemonSet",
          "apps/ReplicaSet",
          "/ReplicationController",
          "/Pod",
          "batch/Job",
          "batch/CronJob",
          "argoproj.io/Rollout",
          "apps.openshift.io/DeploymentConfig");

  private WorkloadReader() {}

  static Optional<Workload> read(Manifest manifest) {
    if (manifest instanceof WorkloadEntry entry) {
      return Optional.of(machine(entry, entry.labels(), entry.serviceAccount()));
    }
    if (manifest instanceof WorkloadGroup group) {
      WorkloadEntrySpec template = group.template();
      Map<String, String> labels = new LinkedHashMap<>(template.labels());
      group.workloadMetadata().ifPresent(metadata -> labels.putAll(metadata.labels()));
      return Optional.of(machine(group, labels, template.serviceAccount()));
    }
    if (manifest instanceof RawManifest raw) {
      return read(raw);
    }
    return Optional.empty();
  }

  private static Optional<Workload> read(RawManifest raw) {
    JsonObject spec = object(raw.body(), "spec");
    String kind = Names.kind(raw);
    if (!KINDS.contains(kind)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (kind) {
          case "batch/CronJob" ->
              pods(raw, object(object(object(spec, "jobTemplate"), "spec"), "template"));
          case "/Pod" -> pods(raw, raw.metadata().labels(), raw.metadata().annotations(), spec);
          default -> pods(raw, object(spec, "template"));
        });
  }

  private static Workload pods(RawManifest raw, JsonObject template) {
    JsonObject metadata = object(template, "metadata");
    return pods(
        raw, texts(metadata, "labels"), texts(metadata, "annotations"), object(template, "spec"));
  }

  private static Workload pods(
      RawManifest raw,
      Map<String, String> labels,
      Map<String, String> annotations,
      JsonObject podSpec) {
    return new Workload(
        Names.namespace(raw),
        raw.name(),
        labels,
        annotations,
        text(podSpec, "serviceAccountName")
            .or(() -> text(podSpec, "serviceAccount"))
            .orElse(DEFAULT_ACCOUNT),
        ports(podSpec),
        podSpec,
        owner(raw),
        raw);
  }

  private static Workload machine(
      Manifest manifest, Map<String, String> labels, Optional<String> account) {
    return new Workload(
        Names.namespace(manifest),
        manifest.name(),
        Map.copyOf(labels),
        Map.of(),
        account.filter(name -> !name.isEmpty()).orElse(DEFAULT_ACCOUNT),
        List.of(),
        JsonValue.object(),
        owner(manifest),
        manifest);
  }

  private static Optional<Owner> owner(Manifest manifest) {
    if (manifest.metadata().more().get("ownerReferences") instanceof JsonArray owners) {
      for (JsonValue value : owners.values()) {
        if (value instanceof JsonObject owner
            && owner.get("controller").orElse(JsonValue.of(false)) instanceof JsonBoolean controls
            && controls.value()) {
          return Optional.of(
              new Owner(text(owner, "kind").orElse(""), text(owner, "name").orElse("")));
        }
      }
    }
    return Optional.empty();
  }

  private static List<ContainerPort> ports(JsonObject podSpec) {
    List<ContainerPort> ports = new ArrayList<>();
    for (JsonObject container : objects(podSpec, "containers")) {
      for (JsonObject port : objects(container, "ports")) {
        if (port.fields().get("containerPort") instanceof JsonNumber number) {
          ports.add(
              new ContainerPort(
                  number.value().longValue(),
                  text(port, "name").orElse(""),
                  text(port, "protocol").orElse("TCP")));
        }
      }
    }
    return List.copyOf(ports);
  }

  private static JsonObject object(JsonObject in, String field) {
    return in.fields().get(field) instanceof JsonObject object ? object : JsonValue.object();
  }

  private static List<JsonObject> objects(JsonObject in, String field) {
    return in.fields().get(field) instanceof JsonArray list
        ? list.values().stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .toList()
        : List.of();
  }

  private static Optional<String> text(JsonObject in, String field) {
    return in.fields().get(field) instanceof JsonString text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  private static Map<String, String> texts(JsonObject in, String field) {
    Map<String, String> texts = new LinkedHashMap<>();
    object(in, field)
        .fields()
        .forEach(
            (name, value) -> {
              if (value instanceof JsonString text) {
                texts.put(name, text.value());
              }
            });
    return Map.copyOf(texts);
  }
}
