package com.policycortex.istio.fabric8;

import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.wire.JsonText;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonBoolean;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the API server through fabric8's HTTP client, which brings addresses, credentials, timeouts
 * and repetition. Not through its typed operations: those hide the warnings, and send what their
 * classes hold.
 */
final class ApiServer {

  private static final String APPLY = "application/apply-patch+yaml";

  private final KubernetesClient client;
  private final HttpClient once;
  private final Map<String, List<JsonObject>> discovered = new HashMap<>();

  ApiServer(KubernetesClient client) {
    this.client = client;
    // To server-side apply an unknown field is an internal error; to repeat that takes the client's
    // default of twenty seconds and changes nothing.
    this.once =
        client
            .getHttpClient()
            .newBuilder()
            .tag(
                new RequestConfigBuilder(client.getConfiguration().getRequestConfig())
                    .withRequestRetryBackoffLimit(0)
                    .build())
            .build();
  }

  /**
   * Where a resource of a kind is found.
   *
   * @param plural the name in paths
   * @param namespaced whether it lies in a namespace
   */
  record Endpoint(String plural, boolean namespaced) {}

  /** Where the manifest's kind is found; empty if the cluster has no such kind. */
  Optional<Endpoint> endpoint(Kind<?> kind) throws IOException {
    if (!kind.plural().isEmpty()) {
      return Optional.of(new Endpoint(kind.plural(), kind.namespaced()));
    }
    List<JsonObject> resources = discovered.get(kind.apiVersion());
    if (resources == null) {
      Reply reply = send("GET", versionPath(kind), Optional.empty());
      resources = reply.json().map(json -> Reply.objects(json, "resources")).orElseGet(List::of);
      discovered.put(kind.apiVersion(), resources);
    }
    return resources.stream()
        .filter(resource -> Reply.string(resource, "kind").equals(kind.name()))
        .filter(resource -> !Reply.string(resource, "name").contains("/"))
        .map(
            resource ->
                new Endpoint(
                    Reply.string(resource, "name"),
                    resource.get("namespaced").orElse(JsonValue.of(true))
                            instanceof JsonBoolean bool
                        && bool.value()))
        .findFirst();
  }

  /** The namespace that the client is set to. */
  Optional<String> defaultNamespace() {
    return Optional.ofNullable(client.getNamespace());
  }

  Reply get(Kind<?> kind, Endpoint endpoint, Optional<String> namespace, String name)
      throws IOException {
    return send("GET", path(kind, endpoint, namespace, name), Optional.empty());
  }

  /** Server-side apply. */
  Reply apply(
      Manifest manifest,
      Endpoint endpoint,
      Optional<String> namespace,
      String fieldManager,
      Conflicts conflicts,
      boolean dryRun)
      throws IOException {
    String query =
        "?fieldManager="
            + encoded(fieldManager)
            + "&force="
            + (conflicts == Conflicts.TAKE_OVER)
            + "&fieldValidation=Strict"
            + (dryRun ? "&dryRun=All" : "");
    return send(
        "PATCH",
        path(manifest.kind(), endpoint, namespace, manifest.name()) + query,
        Optional.of(JsonText.of(JsonValue.of(manifest))));
  }

  private static String versionPath(Kind<?> kind) {
    return (kind.group().isEmpty() ? "api/" : "apis/") + kind.apiVersion();
  }

  private static String path(
      Kind<?> kind, Endpoint endpoint, Optional<String> namespace, String name) {
    return versionPath(kind)
        + namespace.map(in -> "/namespaces/" + encoded(in)).orElse("")
        + "/"
        + endpoint.plural()
        + "/"
        + encoded(name);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Reply send(String method, String path, Optional<String> body) throws IOException {
    HttpRequest.Builder request =
        client
            .getHttpClient()
            .newHttpRequestBuilder()
            .uri(client.getMasterUrl() + path)
            .timeout(client.getConfiguration().getRequestTimeout(), TimeUnit.MILLISECONDS);
    body.ifPresent(text -> request.method(method, APPLY, text));
    HttpClient http = body.isPresent() ? once : client.getHttpClient();
    try {
      HttpResponse<byte[]> response = http.sendAsync(request.build(), byte[].class).get();
      return Reply.of(
          response.code(),
          new String(response.body(), StandardCharsets.UTF_8),
          response.headers("Warning"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      throw cause(e.getCause());
    }
  }

  private IOException cause(@Nullable Throwable thrown) {
    if (thrown instanceof TimeoutException) {
      return new IOException(
          "no answer within " + client.getConfiguration().getRequestTimeout() + " ms", thrown);
    }
    return thrown instanceof IOException e ? e : new IOException(thrown);
  }
}
