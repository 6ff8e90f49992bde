package com.policycortex.istio.dsl.ratelimit;

import com.policycortex.istio.dsl.Label;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.kubernetes.ServicePort;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Envoy's rate-limit service as Kubernetes runs it. */
final class RateLimitService {

  private RateLimitService() {}

  static List<Manifest> manifests(GlobalRateLimit limit, String configuration) {
    return List.of(service(limit), deployment(limit, configuration));
  }

  private static Service service(GlobalRateLimit limit) {
    return Service.service("ratelimit")
        .metadata(metadata(limit))
        .selector(Map.of("app", "ratelimit"))
        .ports(
            ServicePort.servicePort(8081).name("grpc").appProtocol("grpc"),
            ServicePort.servicePort(8080).name("http").appProtocol("http"));
  }

  private static RawManifest deployment(GlobalRateLimit limit, String configuration) {
    JsonObject labels = JsonValue.object();
    for (Label label : limit.podLabels()) {
      labels = labels.with(label.key(), label.value());
    }
    JsonObject pods =
        JsonValue.object()
            .with(
                "metadata",
                JsonValue.object()
                    .with("labels", labels)
                    // New limits are new pods: the service reads them when it starts.
                    .with(
                        "annotations",
                        JsonValue.object().with("checksum/config", sha256(configuration))))
            .with("spec", podSpec(limit));
    return RawManifest.rawManifest(
        "apps/v1",
        "Deployment",
        metadata(limit),
        JsonValue.object()
            .with(
                "spec",
                JsonValue.object()
                    .with("replicas", limit.replicas())
                    .with(
                        "selector",
                        JsonValue.object()
                            .with("matchLabels", JsonValue.object().with("app", "ratelimit")))
                    .with("template", pods)));
  }

  private static JsonObject podSpec(GlobalRateLimit limit) {
    return JsonValue.object()
        .with("serviceAccountName", "ratelimit")
        .with("automountServiceAccountToken", false)
        .with(
            "securityContext",
            JsonValue.object()
                .with("runAsNonRoot", true)
                .with("runAsUser", 65534)
                .with("seccompProfile", JsonValue.object().with("type", "RuntimeDefault")))
        .with("containers", JsonValue.array(container(limit)))
        .with(
            "volumes",
            JsonValue.array(
                JsonValue.object()
                    .with("name", "config")
                    .with("configMap", JsonValue.object().with("name", "ratelimit-config"))));
  }

  private static JsonObject container(GlobalRateLimit limit) {
    JsonObject probe =
        JsonValue.object()
            .with("httpGet", JsonValue.object().with("path", "/healthcheck").with("port", 8080));
    return JsonValue.object()
        .with("name", "ratelimit")
        .with("image", limit.image())
        .with("command", JsonValue.array(List.of("/bin/ratelimit")))
        .with(
            "env",
            new JsonArray(
                List.of(
                    variable("LOG_LEVEL", "warn"),
                    variable("REDIS_SOCKET_TYPE", "tcp"),
                    variable(
                        "REDIS_URL", limit.store().host() + ":" + limit.store().port().number()),
                    variable("USE_STATSD", "false"),
                    variable("RUNTIME_ROOT", "/data"),
                    variable("RUNTIME_SUBDIRECTORY", "ratelimit"),
                    variable("RUNTIME_WATCH_ROOT", "false"),
                    variable("RUNTIME_IGNOREDOTFILES", "true"))))
        .with(
            "ports",
            JsonValue.array(
                JsonValue.object().with("name", "http").with("containerPort", 8080),
                JsonValue.object().with("name", "grpc").with("containerPort", 8081)))
        .with("readinessProbe", probe)
        .with("livenessProbe", probe)
        .with(
            "resources",
            JsonValue.object()
                .with("requests", JsonValue.object().with("cpu", "100m").with("memory", "64Mi"))
                .with("limits", JsonValue.object().with("memory", "256Mi")))
        .with(
            "securityContext",
            JsonValue.object()
                .with("allowPrivilegeEscalation", false)
                .with("readOnlyRootFilesystem", true)
                .with(
                    "capabilities",
                    JsonValue.object().with("drop", JsonValue.array(List.of("ALL")))))
        .with(
            "volumeMounts",
            JsonValue.array(
                JsonValue.object()
                    .with("name", "config")
                    .with("mountPath", "/data/ratelimit/config")));
  }

  private static JsonObject variable(String name, String value) {
    return JsonValue.object().with("name", name).with("value", value);
  }

  private static Metadata metadata(GlobalRateLimit limit) {
    Metadata metadata = Metadata.metadata("ratelimit").label("app", "ratelimit");
    return limit.store().namespace().map(metadata::namespace).orElse(metadata);
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
