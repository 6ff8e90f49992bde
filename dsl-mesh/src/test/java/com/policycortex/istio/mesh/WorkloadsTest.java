package com.policycortex.istio.mesh;

import static com.policycortex.istio.mesh.Meshes.mesh;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apps/v1 Deployment",
        "apps/v1 StatefulSet",
        "apps/v1 DaemonSet",
        "apps/v1 ReplicaSet",
        "v1 ReplicationController",
        "batch/v1 Job",
        "argoproj.io/v1alpha1 Rollout"
      })
  void what_makes_pods_of_a_template_is_a_workload(String kind) {
    String[] words = kind.split(" ", -1);
    Mesh mesh =
        mesh(
            """
            apiVersion: %s
            kind: %s
            metadata: {name: web, namespace: shop}
            spec:
              selector: {matchLabels: {app: web}}
              serviceName: web
              template:
                metadata:
                  labels: {app: web, version: v1}
                spec:
                  serviceAccountName: browser
                  containers:
                    - name: web
                      image: web:1
                      ports:
                        - {containerPort: 8080, name: http}
            """
                .formatted(words[0], words[1])
                .replace(
                    "  serviceName: web\n",
                    words[1].equals("StatefulSet") ? "  serviceName: web\n" : ""));

    assertThat(mesh.view().workloads().select("shop", Map.of("app", "web", "version", "v1")))
        .singleElement()
        .satisfies(
            web -> {
              assertThat(web.serviceAccount()).isEqualTo("browser");
              assertThat(web.ports())
                  .singleElement()
                  .satisfies(port -> assertThat(port.port()).isEqualTo(8080));
            });
    assertThat(mesh.view().workloads().select("shop", Map.of("app", "api"))).isEmpty();
    assertThat(mesh.view().workloads().select("other", Map.of("app", "web"))).isEmpty();
    assertThat(mesh.view().workloads().selectEverywhere(Map.of("version", "v1"))).hasSize(1);
    assertThat(mesh.view().workloads().runningAs("shop", "browser")).hasSize(1);
    assertThat(mesh.knows(Need.WORKLOADS)).isTrue();
  }

  @Test
  void a_pod_counts_only_where_what_made_it_is_not_there() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web-%s
          namespace: shop
          labels: {app: web}
          ownerReferences:
            - {apiVersion: apps/v1, kind: ReplicaSet, name: web-5f, uid: u, controller: true}
        spec:
          containers:
            - {name: web, image: web:1}
        """;
    Mesh pods = mesh(pod.formatted("a"), pod.formatted("b"));
    assertThat(pods.view().workloads().in("shop"))
        .as("one of the two that a ReplicaSet made which is not here")
        .singleElement()
        .satisfies(workload -> assertThat(workload.name()).isEqualTo("web-a"));

    Mesh both =
        mesh(
            pod.formatted("a"),
            """
            apiVersion: apps/v1
            kind: ReplicaSet
            metadata: {name: web-5f, namespace: shop}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata:
                  labels: {app: web}
                spec:
                  containers:
                    - {name: web, image: web:1}
            """);
    assertThat(both.view().workloads().in("shop"))
        .singleElement()
        .satisfies(
            workload -> assertThat(workload.manifest().kind().name()).isEqualTo("ReplicaSet"));
  }

  @Test
  void a_machine_is_a_workload() {
    Mesh mesh =
        mesh(
            """
            apiVersion: networking.istio.io/v1
            kind: WorkloadEntry
            metadata: {name: vm, namespace: shop}
            spec:
              address: 10.0.0.1
              serviceAccount: vm
              labels: {app: old}
            """);

    assertThat(mesh.view().workloads().select("shop", Map.of("app", "old")))
        .singleElement()
        .satisfies(vm -> assertThat(vm.isMachine()).isTrue());
  }
}
