package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.kubernetes.Container;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.model.kubernetes.PodSpec;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides as the injector's webhooks do which workloads get a proxy. */
final class Injection {

  private static final String INJECTION = "istio-injection";
  private static final String REVISION = "istio.io/rev";
  private static final String MODE = "istio.io/dataplane-mode";
  private static final String TEMPLATES = "inject.istio.io/templates";
  // The injector leaves them alone, whatever their labels say.
  private static final Set<String> IGNORED =
      Set.of("kube-system", "kube-public", "kube-node-lease", "local-path-storage");

  private Injection() {}

  static boolean isUndecided(Namespace namespace) {
    Map<String, String> labels = namespace.metadata().labels();
    return !IGNORED.contains(namespace.name())
        && !labels.getOrDefault(MODE, "").equals("ambient")
        && !labels.containsKey(REVISION)
        && labels.getOrDefault(INJECTION, "").isEmpty();
  }

  /** True if a workload has no proxy only because nobody says that it wants one. */
  static boolean isUndecided(Workload workload, Optional<Namespace> namespace) {
    return namespace.filter(Injection::isUndecided).isPresent()
        && !hasHostNetwork(workload)
        && !workload.labels().containsKey(Workload.INJECT)
        && !workload.annotations().containsKey(Workload.INJECT);
  }

  static Proxy proxy(Workload workload, Optional<Namespace> namespace) {
    if (workload.isMachine()) {
      return workload.serviceAccount().equals(PodSpec.DEFAULT_SERVICE_ACCOUNT)
          ? Proxy.UNKNOWN
          : Proxy.SIDECAR;
    }
    if (workload.hasProxyContainer()) {
      return isGateway(workload) ? Proxy.GATEWAY : Proxy.SIDECAR;
    }
    if (IGNORED.contains(workload.namespace()) || hasHostNetwork(workload)) {
      return Proxy.NONE;
    }
    Map<String, String> labels = workload.labels();
    String inject =
        labels.getOrDefault(
            Workload.INJECT, workload.annotations().getOrDefault(Workload.INJECT, ""));
    if (inject.equals("false")) {
      return ambient(labels, namespace);
    }
    if (namespace.isEmpty()) {
      // Only a namespace that refuses would overrule the pod's own wish.
      return inject.equals("true") || labels.containsKey(REVISION)
          ? injected(workload)
          : Proxy.UNKNOWN;
    }
    boolean wanted = isWanted(labels, inject, namespace.get().metadata());
    return wanted ? injected(workload) : ambient(labels, namespace);
  }

  private static boolean isWanted(Map<String, String> labels, String inject, Metadata namespace) {
    String injection = namespace.labels().getOrDefault(INJECTION, "");
    if (injection.equals("disabled")) {
      return false;
    }
    boolean undecided = injection.isEmpty() && !namespace.labels().containsKey(REVISION);
    return undecided
        ? inject.equals("true") || labels.containsKey(REVISION)
        // Any other value hides the revision, and no webhook takes it.
        : injection.equals("enabled") || injection.isEmpty();
  }

  private static Proxy injected(Workload workload) {
    return isGateway(workload) ? Proxy.GATEWAY : Proxy.SIDECAR;
  }

  private static Proxy ambient(Map<String, String> labels, Optional<Namespace> namespace) {
    String mode =
        labels.getOrDefault(
            MODE, namespace.map(n -> n.metadata().labels().getOrDefault(MODE, "")).orElse(""));
    return mode.equals("ambient") ? Proxy.AMBIENT : Proxy.NONE;
  }

  private static boolean hasHostNetwork(Workload workload) {
    return workload.podSpec().flatMap(PodSpec::hostNetwork).orElse(false);
  }

  /** True for pods that are nothing but a proxy: injected by the gateway template, or routers. */
  static boolean isGateway(Workload workload) {
    return workload.annotations().getOrDefault(TEMPLATES, "").contains("gateway")
        || workload.labels().containsKey(Policies.GATEWAY_NAME)
        || routes(workload.containers());
  }

  private static boolean routes(List<Container> containers) {
    for (Container container : containers) {
      if (container.name().equals(Workload.PROXY_CONTAINER)
          && container.more().get("args") instanceof JsonArray args
          && args.values().contains(JsonValue.of("router"))) {
        return true;
      }
    }
    return false;
  }
}
