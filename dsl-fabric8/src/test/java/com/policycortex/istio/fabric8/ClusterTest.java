package com.policycortex.istio.fabric8;

import static com.policycortex.istio.fabric8.MockCluster.APPLY;
import static com.policycortex.istio.fabric8.MockCluster.DRY_RUN;
import static com.policycortex.istio.fabric8.MockCluster.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.render.OutputTree;
import com.policycortex.istio.validation.InvalidManifestsException;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is sent to a cluster, in which order, and what is told of it. */
class ClusterTest {

  private static final String NAMESPACE = "/api/v1/namespaces/shop";
  private static final String ROUTE =
      "/apis/networking.istio.io/v1/namespaces/shop/virtualservices/a";
  private static final String SECRET = "/api/v1/namespaces/shop/secrets/s";

  private static final Manifest SHOP =
      one("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");

  private final MockCluster mock = new MockCluster();

  @AfterEach
  void close() {
    mock.close();
  }

  @Test
  void namespacesGoFirstAndWhatIsNewIsCreated() {
    mock.hasNot(NAMESPACE).answers(NAMESPACE + APPLY, 201, json(SHOP));
    mock.hasNot(ROUTE).answers(ROUTE + APPLY, 201, json(route("5s")));

    ClusterReport report = mock.cluster().apply(List.of(route("5s"), SHOP));

    assertThat(report).hasToString("Namespace shop: created\nVirtualService shop/a: created");
    assertThat(report.isTaken()).isTrue();
    assertThat(report.isUnchanged()).isFalse();
    assertThat(mock.requests())
        .containsExactly(
            "GET " + NAMESPACE,
            "PATCH " + NAMESPACE + APPLY,
            "GET " + ROUTE,
            "PATCH " + ROUTE + APPLY);
  }

  @Test
  void whatChangesIsShownAsADifferenceOfYaml() {
    mock.has(ROUTE, served("5s", 7)).answers(ROUTE + DRY_RUN, 200, json(served("7s", 8)));

    ClusterReport report = mock.cluster().dryRun(List.of(route("7s")));

    assertThat(report).hasToString("VirtualService shop/a: changed");
    assertThat(report.difference())
        .isEqualTo(
            """
            --- cluster/VirtualService shop/a
            +++ wanted/VirtualService shop/a
            @@ -10,4 +10,4 @@
               - route:
                 - destination:
                     host: a
            -    timeout: 5s
            +    timeout: 7s
            """);
  }

  @Test
  void whatTheClusterKeepsForItselfIsNoChange() {
    mock.has(ROUTE, served("5s", 7)).answers(ROUTE + APPLY, 200, json(served("5s", 8)));

    ClusterReport report = mock.cluster().apply(List.of(route("5s")));

    assertThat(report).hasToString("VirtualService shop/a: unchanged");
    assertThat(report.difference()).isEmpty();
    assertThat(report.isUnchanged()).isTrue();
  }

  @Test
  void aConflictIsTakenOverWhereThatIsAskedFor() {
    mock.has(ROUTE, served("5s", 7))
        .answers(ROUTE + APPLY.replace("force=false", "force=true"), 200, json(route("5s")));

    ClusterReport report =
        Cluster.of(mock.client(), "tests", Conflicts.TAKE_OVER).apply(List.of(route("5s")));

    assertThat(report.isTaken()).isTrue();
  }

  @Test
  void aSecretsValuesAreNotShown() {
    mock.has(SECRET, secret("b2xk")).answers(SECRET + DRY_RUN, 200, json(secret("bmV3")));

    ClusterReport report = mock.cluster().dryRun(List.of(secret("bmV3")));

    assertThat(report.difference())
        .contains("-  key: \"*** (before)\"\n+  key: \"*** (after)\"")
        .doesNotContain("b2xk", "bmV3");
  }

  @Test
  void warningsAreFindings() {
    mock.has(ROUTE, route("5s"))
        .answers(
            ROUTE + APPLY, 200, json(route("5s")), "299 - \"say \\\"so\\\"\", 299 - \"and this\"");

    List<Finding> findings = mock.cluster().apply(List.of(route("5s"))).findings();

    assertThat(findings).extracting(Finding::id).containsOnly("CLUSTER-WARNING");
    assertThat(findings).extracting(Finding::message).containsExactly("say \"so\"", "and this");
  }

  @Test
  void whatLiesInANamespaceToComeCannotBeTriedOut() {
    String noNamespace =
        MockCluster.status(
            404,
            "NotFound",
            "namespaces \"shop\" not found",
            JsonValue.object().with("name", "shop").with("kind", "namespaces"));
    mock.hasNot(NAMESPACE).answers(NAMESPACE + DRY_RUN, 201, json(SHOP));
    mock.hasNot(ROUTE).answers(ROUTE + DRY_RUN, 404, noNamespace);

    ClusterReport report = mock.cluster().dryRun(List.of(SHOP, route("5s")));

    assertThat(report.isTaken()).isTrue();
    assertThat(report.results().get(1).outcome()).isEqualTo(Outcome.CREATED);
    assertThat(report.findings()).extracting(Finding::id).containsExactly("CLUSTER-NOT-TRIED");
  }

  @Test
  void ofATreeOnlyWhatIsForAClusterIsSent() {
    Manifest operator =
        one(
            "{apiVersion: install.istio.io/v1alpha1, kind: IstioOperator, metadata: {name: i}, spec: {}}");
    mock.has(ROUTE, route("5s")).answers(ROUTE + APPLY, 200, json(route("5s")));

    ClusterReport report =
        mock.cluster()
            .apply(
                OutputTree.empty()
                    .with("install/istio.yaml", operator)
                    .with("traffic/a.yaml", route("5s")));
    ClusterReport alone = mock.cluster().apply(List.of(operator));

    assertThat(report).hasToString("VirtualService shop/a: unchanged");
    assertThat(alone.results().get(0).outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(alone.findings()).extracting(Finding::id).containsExactly("CLUSTER-NOT-FOR-CLUSTER");
  }

  @Test
  void manifestsWithErrorsAreNeverSent() {
    Manifest wrong = route("-1s");

    assertThatThrownBy(() -> mock.cluster().apply(List.of(SHOP, wrong)))
        .isInstanceOf(InvalidManifestsException.class);
    assertThatThrownBy(() -> mock.cluster().dryRun(List.of(SHOP, SHOP)))
        .isInstanceOf(InvalidManifestsException.class);
    assertThat(mock.requests()).isEmpty();
  }

  @Test
  void aKindThatNobodyModelsIsFoundByAskingTheCluster() {
    Manifest budget =
        one(
            "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: a, namespace: b}}");
    String kinds =
        """
        {"kind": "APIResourceList", "resources": [
          {"name": "poddisruptionbudgets/status", "kind": "PodDisruptionBudget", "namespaced": true},
          {"name": "poddisruptionbudgets", "kind": "PodDisruptionBudget", "namespaced": true}]}
        """;
    String path = "/apis/policy/v1/namespaces/b/poddisruptionbudgets/a";
    mock.gets("/apis/policy/v1", 200, kinds).hasNot(path).answers(path + APPLY, 201, json(budget));

    assertThat(mock.cluster().apply(List.of(budget)))
        .hasToString("PodDisruptionBudget b/a: created");
  }

  @Test
  void theClientsNamespaceHoldsWhereTheManifestHasNone() {
    Manifest route = one(routeText("5s").replace(", namespace: shop", ""));
    mock.has(ROUTE, route).answers(ROUTE + APPLY, 200, json(route));

    try (KubernetesClient client = MockCluster.client(mock.url(), "shop")) {
      assertThat(Cluster.of(client, "tests", Conflicts.REFUSE).apply(List.of(route)).isUnchanged())
          .isTrue();
    }
    assertThat(mock.cluster().apply(List.of(route)).findings())
        .extracting(Finding::id, Finding::path)
        .containsExactly(tuple("CLUSTER-NO-NAMESPACE", "metadata.namespace"));
  }

  @Test
  void aFieldManagerHasAName() {
    assertThatThrownBy(() -> Cluster.of(mock.client(), " ", Conflicts.REFUSE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Manifest route(String timeout) {
    return one(routeText(timeout));
  }

  private static String routeText(String timeout) {
    return """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: a, namespace: shop}
        spec:
          hosts: [a]
          http:
          - route: [{destination: {host: a}}]
            timeout: %s
        """
        .formatted(timeout);
  }

  /** As the cluster has it, with what it adds. */
  private static Manifest served(String timeout, long generation) {
    return one(
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata:
          name: a
          namespace: shop
          uid: 5f
          generation: %d
          resourceVersion: "%d"
          creationTimestamp: "2026-01-02T03:04:05Z"
          managedFields: [{manager: tests}]
          annotations: {kubectl.kubernetes.io/last-applied-configuration: "{}"}
        spec:
          hosts: [a]
          http:
          - route: [{destination: {host: a}}]
            timeout: %s
        status: {observedGeneration: %d}
        """
            .formatted(generation, generation, timeout, generation));
  }

  private static Manifest secret(String value) {
    return one(
        "{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: shop}, data: {key: "
            + value
            + "}}");
  }

  private static Manifest one(String yaml) {
    ReadResult read = ManifestReader.read("a.yaml", yaml);
    assertThat(read.findings()).isEmpty();
    return read.manifests().get(0);
  }
}
