package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.kubernetes.Container;
import com.policycortex.istio.model.kubernetes.ContainerPort;
import com.policycortex.istio.model.kubernetes.Deployment;
import com.policycortex.istio.model.kubernetes.IntOrString;
import com.policycortex.istio.model.kubernetes.LabelSelector;
import com.policycortex.istio.model.kubernetes.Pod;
import com.policycortex.istio.model.kubernetes.PodSpec;
import com.policycortex.istio.model.kubernetes.PodTemplate;
import com.policycortex.istio.model.kubernetes.PortProtocol;
import com.policycortex.istio.model.kubernetes.ProbeHandler;
import com.policycortex.istio.model.kubernetes.Secret;
import com.policycortex.istio.model.kubernetes.WorkloadManifest;
import com.policycortex.istio.wire.JsonValue;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What carries pods, and Secrets: typed as far as a mesh needs it, and the rest unharmed. */
class WorkloadManifestsTest {

  private static final String POD_SPEC =
      """
      {
        serviceAccountName: reviews, hostNetwork: true, nodeSelector: {disk: ssd},
        securityContext: {runAsUser: 1000, runAsGroup: 3000, fsGroup: 2000},
        volumes: [{name: tmp, emptyDir: {}}], tolerations: [],
        initContainers: [{name: init, image: busybox, restartPolicy: Always, command: [sh]}],
        containers: [
          {
            name: app, image: "reviews:v1", args: [--verbose], env: [{name: A, value: "1"}],
            ports: [
              {containerPort: 8080, name: http}, {containerPort: 53, protocol: UDP, hostPort: 53}],
            securityContext: {runAsUser: 0, capabilities: {drop: [ALL]}},
            startupProbe: {exec: {command: [cat, /tmp/up]}, failureThreshold: 30},
            livenessProbe: {tcpSocket: {port: 8080}},
            readinessProbe: {
              httpGet: {path: /ready, port: http, scheme: HTTPS, httpHeaders: [{name: a, value: b}]},
              periodSeconds: 5}},
          {name: grpc, livenessProbe: {grpc: {port: 9000, service: alive}}}]
      }
      """;

  private static final String TEMPLATE =
      "{metadata: {labels: {app: reviews}, annotations: {sidecar.istio.io/inject: \"false\"}}, spec: "
          + POD_SPEC
          + "}";

  private static final String SELECTOR = "selector: {matchLabels: {app: reviews}}";

  private static String document(String apiVersion, String kind, String spec) {
    return "{apiVersion: "
        + apiVersion
        + ", kind: "
        + kind
        + ", metadata: {name: reviews, namespace: shop, labels: {app: reviews}, annotations:"
        + " {sidecar.istio.io/inject: \"false\"}}, spec: "
        + spec
        + ", status: {phase: Running}}";
  }

  static Stream<Arguments> workloads() {
    String controlled = SELECTOR + ", template: " + TEMPLATE;
    return Stream.of(
        Arguments.of("Pod", document("v1", "Pod", POD_SPEC)),
        Arguments.of(
            "Deployment",
            document(
                "apps/v1",
                "Deployment",
                "{replicas: 2, strategy: {type: Recreate}, " + controlled + "}")),
        Arguments.of(
            "ReplicaSet",
            document(
                "apps/v1", "ReplicaSet", "{replicas: 2, minReadySeconds: 1, " + controlled + "}")),
        Arguments.of(
            "StatefulSet",
            document(
                "apps/v1",
                "StatefulSet",
                "{serviceName: reviews, volumeClaimTemplates: [{metadata: {name: d}}], "
                    + controlled
                    + "}")),
        Arguments.of(
            "DaemonSet",
            document(
                "apps/v1", "DaemonSet", "{updateStrategy: {type: OnDelete}, " + controlled + "}")),
        Arguments.of(
            "Job", document("batch/v1", "Job", "{backoffLimit: 0, template: " + TEMPLATE + "}")),
        Arguments.of(
            "CronJob",
            document(
                "batch/v1",
                "CronJob",
                "{schedule: \"0 3 * * *\", suspend: true, jobTemplate: {metadata: {labels: {a: b}},"
                    + " spec: {completions: 3, template: "
                    + TEMPLATE
                    + "}}}")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("workloads")
  void every_kind_that_carries_pods_tells_what_they_are_like(String kind, String text) {
    Manifest manifest = read(text);

    assertThat(manifest).isInstanceOf(WorkloadManifest.class);
    WorkloadManifest workload = (WorkloadManifest) manifest;
    assertThat(workload.kind().name()).isEqualTo(kind);
    assertThat(workload.namespace()).contains("shop");
    assertThat(workload.podTemplate().labels()).containsExactly(Map.entry("app", "reviews"));
    assertThat(workload.podTemplate().annotations())
        .containsExactly(Map.entry("sidecar.istio.io/inject", "false"));
    assertThat(workload.podTemplate().serviceAccountName()).isEqualTo("reviews");
    PodSpec pod = workload.podTemplate().spec().orElseThrow();
    assertThat(pod.hostNetwork()).contains(true);
    assertThat(pod.securityContext().orElseThrow().runAsUser()).contains(1000L);
    assertThat(pod.initContainers()).singleElement().extracting(Container::name).isEqualTo("init");
    assertThat(pod.containers()).extracting(Container::name).containsExactly("app", "grpc");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("workloads")
  void nothing_of_a_workload_is_lost(String kind, String text) {
    Manifest manifest = read(text);
    Manifest again = read(manifest.toString());

    assertThat(again).isEqualTo(manifest);
    // Whoever knows no kind keeps everything: read under a name that nobody knows, it is the same.
    String unknown = "kind: Unknown" + kind;
    Manifest raw = read(text.replace("kind: " + kind, unknown));
    Manifest written = read(manifest.toString().replace("kind: " + kind, unknown));
    assertThat(JsonValue.of(written)).isEqualTo(JsonValue.of(raw));
  }

  @Test
  void a_container_tells_its_ports_its_user_and_how_it_is_probed() {
    Container container = ((Pod) read(document("v1", "Pod", POD_SPEC))).spec().containers().get(0);

    assertThat(container.image()).contains("reviews:v1");
    assertThat(container.ports()).extracting(ContainerPort::port).containsExactly(8080, 53);
    assertThat(container.ports().get(0).name()).contains("http");
    assertThat(container.ports().get(1).protocol()).contains(PortProtocol.UDP);
    assertThat(container.securityContext().orElseThrow().runAsUser()).contains(0L);
    assertThat(container.startupProbe().orElseThrow().handler().orElseThrow())
        .isInstanceOf(ProbeHandler.Exec.class);
    assertThat(container.livenessProbe().orElseThrow().handler().orElseThrow())
        .isInstanceOfSatisfying(
            ProbeHandler.TcpSocket.class,
            tcp -> assertThat(tcp.value().port()).contains(IntOrString.number(8080)));
    assertThat(container.readinessProbe().orElseThrow().handler().orElseThrow())
        .isInstanceOfSatisfying(
            ProbeHandler.HttpGet.class,
            get -> assertThat(get.value().port()).contains(IntOrString.name("http")));
  }

  @ParameterizedTest
  @CsvSource({
    "'{containers: []}', default",
    "'{serviceAccount: old}', old",
    "'{serviceAccount: old, serviceAccountName: new}', new",
    "'{serviceAccountName: \"\"}', default"
  })
  void a_pod_runs_under_the_account_that_it_names_or_under_the_default(String spec, String name) {
    Pod pod = (Pod) read(document("v1", "Pod", spec));
    assertThat(pod.podTemplate().serviceAccountName()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{containers: [{image: a}]} | YAML-MISSING-FIELD spec.containers[0].name",
        "{containers: [{name: a, ports: [{name: b}]}]} |"
            + " YAML-MISSING-FIELD spec.containers[0].ports[0].containerPort",
        "{containers: [{name: a, ports: [{containerPort: http}]}]} |"
            + " YAML-TYPE spec.containers[0].ports[0].containerPort",
        "{containers: [{name: a, livenessProbe: {exec: {}, tcpSocket: {port: 1}}}]} |"
            + " YAML-SECOND-ARM spec.containers[0].livenessProbe.exec",
        "{hostNetwork: yes please} | YAML-TYPE spec.hostNetwork",
      })
  void what_kubernetes_refuses_in_the_typed_part_is_a_finding(String spec, String finding) {
    ReadResult result = ManifestReader.read("a.yaml", document("v1", "Pod", spec));
    assertThat(result.findings())
        .singleElement()
        .extracting(found -> found.id() + " " + found.path())
        .isEqualTo(finding);
  }

  @Test
  void a_controller_without_template_or_selector_is_refused() {
    ReadResult result =
        ManifestReader.read("a.yaml", document("apps/v1", "Deployment", "{replicas: 1}"));
    assertThat(result.findings())
        .extracting(Finding::path)
        .containsExactlyInAnyOrder("spec.selector", "spec.template");
  }

  @ParameterizedTest
  @CsvSource({
    "extensions/v1beta1, Deployment, YAML-WRONG-GROUP, write apiVersion: apps/v1",
    "v1, Deployment, YAML-WRONG-GROUP, write apiVersion: apps/v1",
    "batch/v1beta1, CronJob, YAML-UNKNOWN-VERSION, write apiVersion: batch/v1",
    "apps/v1, Pod, YAML-WRONG-GROUP, write apiVersion: v1",
  })
  void groups_and_versions_that_clusters_no_longer_serve_are_findings(
      String apiVersion, String kind, String id, String hint) {
    assertThat(ManifestReader.read("a.yaml", document(apiVersion, kind, POD_SPEC)).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.id()).isEqualTo(id))
        .satisfies(finding -> assertThat(finding.hint()).isEqualTo(hint));
  }

  @Test
  void a_deployment_written_in_java_is_the_one_that_is_read() {
    Deployment deployment =
        Deployment.deployment(
                "reviews",
                LabelSelector.labelSelector().matchLabels(Map.of("app", "reviews")),
                PodTemplate.podTemplate()
                    .labels(Map.of("app", "reviews"))
                    .spec(
                        PodSpec.podSpec()
                            .serviceAccountName("reviews")
                            .containers(
                                Container.container("app")
                                    .image("reviews:v1")
                                    .ports(ContainerPort.containerPort(8080).name("http")))))
            .in("shop");
    assertThat(read(deployment.toString())).isEqualTo(deployment);
    assertThat(deployment)
        .hasToString(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: reviews
              namespace: shop
            spec:
              selector:
                matchLabels:
                  app: reviews
              template:
                metadata:
                  labels:
                    app: reviews
                spec:
                  serviceAccountName: reviews
                  containers:
                  - name: app
                    image: reviews:v1
                    ports:
                    - name: http
                      containerPort: 8080
            """);
  }

  @Test
  void a_secret_keeps_its_values_and_tells_names_and_type() {
    Secret secret =
        (Secret)
            read(
                """
                apiVersion: v1
                kind: Secret
                metadata: {name: gateway-cert, namespace: istio-system}
                type: kubernetes.io/tls
                data: {tls.crt: Y2VydA==, tls.key: a2V5}
                stringData: {ca.crt: root}
                """);
    assertThat(secret.type()).contains(Secret.TLS);
    assertThat(secret.keys()).containsExactly("ca.crt", "tls.crt", "tls.key");
    assertThat(read(secret.toString())).isEqualTo(secret);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data: {pin: 918273} | 918273",
        "data: {pin: [918273]} | 918273",
        "data: \"918273\" | 918273",
        "stringData: {on: off} | off",
        "data: {pin: 12:30:59} | 12:30",
        "data: {pin: {a: 918273}} | 918273",
        "data: {pin: 918273, pin: 918274} | 91827",
        "data: {pin: \"918273} | 918273",
        "data: {pin: @918273} | 918273",
      })
  void no_finding_shows_what_a_secret_holds(String data, String value) {
    String text = "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n" + data + "\n";
    ReadResult result = ManifestReader.read("a.yaml", text);
    assertThat(result.findings()).isNotEmpty();
    for (Finding finding : result.findings()) {
      assertThat(finding.toString()).doesNotContain(value);
      assertThat(CodeFrame.of(text, finding.origin())).doesNotContain(value);
    }
  }

  @Test
  void the_lines_of_other_documents_are_shown_beside_a_secret() {
    String text =
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: a}
        ---
        apiVersion: v1
        kind: Service
        metadata: {nam: a}
        spec: {}
        """;
    Finding finding = ManifestReader.read("a.yaml", text).findings().get(0);
    assertThat(CodeFrame.of(text, finding.origin())).contains("metadata: {nam: a}");
  }

  private static Manifest read(String text) {
    ReadResult result = ManifestReader.read("a.yaml", text);
    assertThat(result.findings()).isEmpty();
    assertThat(result.manifests()).hasSize(1);
    return result.manifests().get(0);
  }
}
