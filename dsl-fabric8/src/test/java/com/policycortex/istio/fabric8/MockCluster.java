package com.policycortex.istio.fabric8;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.wire.JsonText;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** fabric8's mock server, answering as an API server does, with a client for it. */
final class MockCluster implements AutoCloseable {

  static final String APPLY = "?fieldManager=tests&force=false&fieldValidation=Strict";
  static final String DRY_RUN = APPLY + "&dryRun=All";

  // It tells of every request; the logger is held so that it keeps its level.
  private static final Logger LOG = Logger.getLogger(MockWebServer.class.getName());

  static {
    LOG.setLevel(Level.WARNING);
  }

  private final KubernetesMockServer server = new KubernetesMockServer(false);
  private final KubernetesClient client;

  MockCluster() {
    server.start();
    client = client(server.url("/"), "");
  }

  /** A client that asks once. */
  static KubernetesClient client(String url, String namespace) {
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(url)
            .withNamespace(namespace.isEmpty() ? null : namespace)
            .withRequestRetryBackoffLimit(0)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  Cluster cluster() {
    return Cluster.of(client, "tests", Conflicts.REFUSE);
  }

  KubernetesClient client() {
    return client;
  }

  String url() {
    return server.url("/");
  }

  /** What GET answers once. */
  MockCluster has(String path, Manifest manifest) {
    return gets(path, 200, json(manifest));
  }

  MockCluster hasNot(String path) {
    return gets(path, 404, status(404, "NotFound", "not found", JsonValue.object()));
  }

  MockCluster gets(String path, int code, String body) {
    server.expect().get().withPath(path).andReturn(code, body).once();
    return this;
  }

  /** What PATCH answers once. */
  MockCluster answers(String path, int code, String body, String... warnings) {
    var answer = server.expect().patch().withPath(path).andReturn(code, body);
    for (String warning : warnings) {
      answer = answer.withHeader("Warning", warning);
    }
    answer.once();
    return this;
  }

  /** The requests so far: method and path, with the query. */
  List<String> requests() {
    List<String> requests = new ArrayList<>();
    for (int left = server.getRequestCount(); left > 0; left--) {
      requests.add(request());
    }
    return requests;
  }

  private String request() {
    try {
      RecordedRequest request = server.takeRequest();
      return request.getMethod() + " " + request.getPath();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String json(Manifest manifest) {
    return JsonText.of(JsonValue.of(manifest));
  }

  static String status(int code, String reason, String message, JsonObject details) {
    return JsonText.of(
        JsonValue.object()
            .with("kind", "Status")
            .with("apiVersion", "v1")
            .with("status", "Failure")
            .with("message", message)
            .with("reason", reason)
            .with("details", details)
            .with("code", code));
  }

  static JsonObject causes(String... fieldsAndMessages) {
    List<JsonValue> causes = new ArrayList<>();
    for (int i = 0; i < fieldsAndMessages.length; i += 2) {
      causes.add(
          JsonValue.object()
              .with("field", fieldsAndMessages[i])
              .with("message", fieldsAndMessages[i + 1]));
    }
    return JsonValue.object().with("causes", new JsonValue.JsonArray(causes));
  }

  @Override
  public void close() {
    client.close();
    server.destroy();
  }
}
