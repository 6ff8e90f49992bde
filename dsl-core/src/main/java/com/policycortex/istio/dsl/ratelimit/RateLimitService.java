package com.policycortex.istio.dsl.ratelimit;

import com.policycortex.istio.dsl.Label;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.kubernetes.Container;
import com.policycortex.istio.model.kubernetes.ContainerPort;
import com.policycortex.istio.model.kubernetes.Deployment;
import com.policycortex.istio.model.kubernetes.HttpGetAction;
import com.policycortex.istio.model.kubernetes.IntOrString;
import com.policycortex.istio.model.kubernetes.LabelSelector;
import com.policycortex.istio.model.kubernetes.PodSecurityContext;
import com.policycortex.istio.model.kubernetes.PodSpec;
import com.policycortex.istio.model.kubernetes.PodTemplate;
import com.policycortex.istio.model.kubernetes.Probe;
import com.policycortex.istio.model.kubernetes.ProbeHandler;
import com.policycortex.istio.model.kubernetes.SecurityContext;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.kubernetes.ServicePort;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

  private static Deployment deployment(GlobalRateLimit limit, String configuration) {
    Map<String, String> labels = new TreeMap<>();
    for (Label label : limit.podLabels()) {
      labels.put(label.key(), label.value());
    }
    PodTemplate pods =
        PodTemplate.podTemplate()
            .labels(labels)
            // New limits are new pods: the service reads them when it starts.
            .annotations(Map.of("checksum/config", sha256(configuration)))
            .spec(podSpec(limit));
    return Deployment.deployment(
            "ratelimit",
            LabelSelector.labelSelector().matchLabels(Map.of("app", "ratelimit")),
            pods)
        .metadata(metadata(limit))
        .replicas(limit.replicas());
  }

  private static PodSpec podSpec(GlobalRateLimit limit) {
    JsonObject config =
        JsonValue.object()
            .with("name", "config")
            .with("configMap", JsonValue.object().with("name", "ratelimit-config"));
    return PodSpec.podSpec()
        .serviceAccountName("ratelimit")
        .securityContext(
            PodSecurityContext.podSecurityContext()
                .runAsUser(65534)
                .more(
                    Map.of(
                        "runAsNonRoot",
                        JsonValue.of(true),
                        "seccompProfile",
                        JsonValue.object().with("type", "RuntimeDefault"))))
        .containers(container(limit))
        .more(
            Map.of(
                "automountServiceAccountToken",
                JsonValue.of(false),
                "volumes",
                JsonValue.array(config)));
  }

  private static Container container(GlobalRateLimit limit) {
    Probe probe =
        Probe.probe()
            .handler(
                new ProbeHandler.HttpGet(
                    HttpGetAction.httpGetAction(IntOrString.number(8080)).path("/healthcheck")));
    return Container.container("ratelimit")
        .image(limit.image())
        .ports(
            ContainerPort.containerPort(8080).name("http"),
            ContainerPort.containerPort(8081).name("grpc"))
        .readinessProbe(probe)
        .livenessProbe(probe)
        .securityContext(
            SecurityContext.securityContext()
                .more(
                    Map.of(
                        "allowPrivilegeEscalation",
                        JsonValue.of(false),
                        "readOnlyRootFilesystem",
                        JsonValue.of(true),
                        "capabilities",
                        JsonValue.object().with("drop", JsonValue.array(List.of("ALL"))))))
        .more(
            Map.of(
                "command",
                JsonValue.array(List.of("/bin/ratelimit")),
                "env",
                environment(limit),
                "resources",
                resources(),
                "volumeMounts",
                JsonValue.array(
                    JsonValue.object()
                        .with("name", "config")
                        .with("mountPath", "/data/ratelimit/config"))));
  }

  private static JsonValue environment(GlobalRateLimit limit) {
    return JsonValue.array(
        variable("LOG_LEVEL", "warn"),
        variable("REDIS_SOCKET_TYPE", "tcp"),
        variable("REDIS_URL", limit.store().host() + ":" + limit.store().port().number()),
        variable("USE_STATSD", "false"),
        variable("RUNTIME_ROOT", "/data"),
        variable("RUNTIME_SUBDIRECTORY", "ratelimit"),
        variable("RUNTIME_WATCH_ROOT", "false"),
        variable("RUNTIME_IGNOREDOTFILES", "true"));
  }

  private static JsonObject resources() {
    return JsonValue.object()
        .with("requests", JsonValue.object().with("cpu", "100m").with("memory", "64Mi"))
        .with("limits", JsonValue.object().with("memory", "256Mi"));
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
