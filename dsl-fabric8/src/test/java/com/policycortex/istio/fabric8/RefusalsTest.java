package com.policycortex.istio.fabric8;

import static com.policycortex.istio.fabric8.MockCluster.APPLY;
import static com.policycortex.istio.fabric8.MockCluster.DRY_RUN;
import static com.policycortex.istio.fabric8.MockCluster.causes;
import static com.policycortex.istio.fabric8.MockCluster.json;
import static com.policycortex.istio.fabric8.MockCluster.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.model.kubernetes.Secret;
import com.policycortex.istio.wire.JsonValue;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a cluster answers, or does not: findings that say what it is and what to do. */
class RefusalsTest {

  private static final Manifest A = configMap("a");
  private static final Manifest B = configMap("b");
  private static final String PATH_A = "/api/v1/namespaces/shop/configmaps/a";
  private static final String PATH_B = "/api/v1/namespaces/shop/configmaps/b";

  private final MockCluster mock = new MockCluster();

  @AfterEach
  void close() {
    mock.close();
  }

  @Test
  void whoMayNotIsTold() {
    String message = "configmaps \"a\" is forbidden: User \"tests\" cannot patch resource";

    Finding finding = refused(403, status(403, "Forbidden", message, JsonValue.object()));

    assertThat(finding.id()).isEqualTo("CLUSTER-FORBIDDEN");
    assertThat(finding.message()).isEqualTo(message);
    assertThat(finding.hint()).isEqualTo("allow the user get, create and patch on this kind");
    assertThat(finding.gate()).contains(Gate.API_SERVER);
    assertThat(finding.resource()).isEqualTo(A.resourceId());
    assertThat(finding.origin().toString()).startsWith("RefusalsTest.java:");
  }

  @Test
  void eachFieldOfAConflictIsAFinding() {
    List<Finding> findings =
        findings(
            409,
            status(
                409,
                "Conflict",
                "Apply failed with 2 conflicts",
                causes(".data.x", "conflict with \"kubectl\"", ".data.y", "conflict with \"k\"")));

    assertThat(findings).extracting(Finding::id).containsOnly("CLUSTER-CONFLICT");
    assertThat(findings).extracting(Finding::path).containsExactly("data.x", "data.y");
    assertThat(findings.get(0).message())
        .isEqualTo("somebody else has set this field: conflict with \"kubectl\"");
    assertThat(findings.get(0).hint()).contains("Conflicts.TAKE_OVER");
  }

  @Test
  void aConflictOfVersionsIsAFinding() {
    Finding finding =
        refused(409, status(409, "Conflict", "the object has been modified", JsonValue.object()));

    assertThat(finding.id()).isEqualTo("CLUSTER-CONFLICT");
    assertThat(finding.message()).isEqualTo("the object has been modified");
  }

  @Test
  void eachCauseOfAnInvalidManifestIsAFindingWithItsPath() {
    List<Finding> findings =
        findings(
            422,
            status(
                422,
                "Invalid",
                "ConfigMap \"a\" is invalid",
                causes("spec.http[0].timeout", "must be positive", "<nil>", "is too large")));

    assertThat(findings).extracting(Finding::id).containsOnly("CLUSTER-INVALID");
    assertThat(findings).extracting(Finding::path).containsExactly("spec.http[0].timeout", "");
    assertThat(findings)
        .extracting(Finding::message)
        .containsExactly("must be positive", "is too large");
  }

  @Test
  void whatASecretHoldsIsNotShown() {
    String path = "/api/v1/namespaces/shop/secrets/s";
    mock.hasNot(path)
        .answers(
            path + APPLY,
            422,
            status(
                422,
                "Invalid",
                "Secret \"s\" is invalid: data[tls.key]: Invalid value: \"hidden\"",
                causes("data[tls.key]", "Invalid value: \"hidden\"")));
    Manifest secret = Secret.secret("s").in("shop");

    ClusterReport report = mock.cluster().apply(List.of(secret));

    assertThat(report.findings()).extracting(Finding::path).containsExactly("data[tls.key]");
    assertThat(report.toString()).doesNotContain("hidden");
  }

  @Test
  void aFieldThatTheSchemaDoesNotHaveIsFound() {
    Finding finding =
        refused(
            500,
            status(
                500,
                "",
                "failed to create typed patch object (shop/a; v1, Kind=ConfigMap): .dota: field not"
                    + " declared in schema",
                JsonValue.object()));

    assertThat(finding.id()).isEqualTo("CLUSTER-INVALID");
    assertThat(finding.path()).isEqualTo("dota");
    assertThat(finding.message()).isEqualTo("field not declared in schema");
  }

  @Test
  void anApplyIsSentOnce() {
    mock.hasNot(PATH_A).answers(PATH_A + APPLY, 503, "");
    var config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(mock.url())
            .withRequestRetryBackoffLimit(1)
            .build();

    try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
      ClusterReport report = Cluster.of(client, "tests", Conflicts.REFUSE).apply(List.of(A));
      assertThat(report.findings()).extracting(Finding::id).containsExactly("CLUSTER-FAILED");
    }
    assertThat(mock.requests()).hasSize(2);
  }

  @Test
  void istiodsRefusalIsTold() {
    Finding finding =
        refused(
            400,
            status(
                400,
                "BadRequest",
                "admission webhook \"rev.validation.istio.io\" denied the request: configuration is"
                    + " invalid: no hosts",
                JsonValue.object()));

    assertThat(finding.id()).isEqualTo("CLUSTER-DENIED");
    assertThat(finding.gate()).contains(Gate.ISTIOD);
    assertThat(finding.message()).isEqualTo("configuration is invalid: no hosts");
  }

  @Test
  void anotherWebhooksRefusalNamesIt() {
    String message = "admission webhook \"policy.example.com\" denied the request: no";

    Finding finding = refused(403, status(403, "Forbidden", message, JsonValue.object()));

    assertThat(finding.id()).isEqualTo("CLUSTER-DENIED");
    assertThat(finding.gate()).contains(Gate.API_SERVER);
    assertThat(finding.message()).isEqualTo(message);
  }

  @Test
  void aKindOrANamespaceThatIsNotThereIsTold() {
    Finding kind = refused(404, "404 page not found\n");
    Finding namespace =
        refused(
            404,
            status(
                404,
                "NotFound",
                "namespaces \"shop\" not found",
                JsonValue.object().with("kind", "namespaces")));

    assertThat(kind.id()).isEqualTo("CLUSTER-NO-KIND");
    assertThat(kind.message()).isEqualTo("the cluster has no kind v1 ConfigMap");
    assertThat(namespace.id()).isEqualTo("CLUSTER-NO-NAMESPACE");
    assertThat(namespace.message()).isEqualTo("namespaces \"shop\" not found");
  }

  @Test
  void anAnswerThatIsNoJsonIsTold() {
    assertThat(refused(502, "<html>Bad gateway</html>"))
        .extracting(Finding::id, Finding::message)
        .containsExactly("CLUSTER-FAILED", "the answer was 502: <html>Bad gateway</html>");
    assertThat(refused(405, "{broken"))
        .extracting(Finding::id, Finding::message)
        .containsExactly("CLUSTER-REFUSED", "the answer was 405: {broken");
    assertThat(refused(200, "")).extracting(Finding::message).isEqualTo("the answer was 200");
  }

  @Test
  void nothingIsAppliedBehindARefusal() {
    mock.hasNot(PATH_A).answers(PATH_A + APPLY, 403, "");

    ClusterReport report = mock.cluster().apply(List.of(A, B));

    assertThat(report.results())
        .extracting(ManifestResult::outcome)
        .containsExactly(Outcome.REFUSED, Outcome.NOT_SENT);
    assertThat(report.isTaken()).isFalse();
    assertThat(report.isUnchanged()).isFalse();
    assertThat(mock.requests()).hasSize(2);
  }

  @Test
  void aDryRunTriesAllTheSame() {
    mock.hasNot(PATH_A).answers(PATH_A + DRY_RUN, 403, "");
    mock.hasNot(PATH_B).answers(PATH_B + DRY_RUN, 201, json(B));

    assertThat(mock.cluster().dryRun(List.of(A, B)).results())
        .extracting(ManifestResult::outcome)
        .containsExactly(Outcome.REFUSED, Outcome.CREATED);
  }

  @Test
  void withoutCredentialsNothingMoreIsTried() {
    mock.gets(PATH_A, 401, status(401, "Unauthorized", "Unauthorized", JsonValue.object()));

    ClusterReport report = mock.cluster().dryRun(List.of(A, B));

    assertThat(report.findings()).extracting(Finding::id).containsExactly("CLUSTER-UNAUTHORIZED");
    assertThat(report.results().get(1).outcome()).isEqualTo(Outcome.NOT_SENT);
  }

  @Test
  void aServerThatIsNotThereIsTold() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    Finding finding = unanswered(port, 10_000);

    assertThat(finding.message()).startsWith("the API server gives no answer: ");
    assertThat(finding.message()).contains("refused");
  }

  @Test
  void aServerThatDoesNotAnswerIsTold() throws IOException {
    // The kernel takes the connection; nobody reads from it.
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(unanswered(socket.getLocalPort(), 50).message())
          .isEqualTo("the API server gives no answer: no answer within 50 ms");
    }
  }

  private static Finding unanswered(int port, int timeout) {
    var config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl("http://127.0.0.1:" + port)
            .withRequestRetryBackoffLimit(0)
            .withRequestTimeout(timeout)
            .build();
    try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
      ClusterReport report = Cluster.of(client, "tests", Conflicts.REFUSE).dryRun(List.of(A, B));
      assertThat(report.results())
          .extracting(ManifestResult::outcome)
          .containsExactly(Outcome.REFUSED, Outcome.NOT_SENT);
      Finding finding = report.findings().get(0);
      assertThat(finding.id()).isEqualTo("CLUSTER-UNREACHABLE");
      return finding;
    }
  }

  private Finding refused(int code, String body) {
    List<Finding> findings = findings(code, body);
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private List<Finding> findings(int code, String body) {
    mock.hasNot(PATH_A).answers(PATH_A + APPLY, code, body);
    ClusterReport report = mock.cluster().apply(List.of(A));
    assertThat(report.results().get(0).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(report.toString()).doesNotContain("Exception");
    return report.findings();
  }

  private static Manifest configMap(String name) {
    return ConfigMap.configMap(name).in("shop").data(Map.of("x", "y"));
  }
}
