package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.WorkloadSelector;
import com.policycortex.istio.model.extensions.TrafficExtension;
import com.policycortex.istio.model.extensions.WasmPlugin;
import com.policycortex.istio.model.kubernetes.NetworkPolicy;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.ProxyConfig;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.Sidecar;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.PeerAuthentication;
import com.policycortex.istio.model.security.RequestAuthentication;
import com.policycortex.istio.model.telemetry.Telemetry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The labels by which manifests pick workloads. */
final class Selectors {

  // What tells workloads apart better than what all of an application share.
  private static final List<String> TELLING =
      List.of("app", "k8s-app", "app.kubernetes.io/name", "name", "istio");

  private Selectors() {}

  /** The labels; absent if the kind has no selector, or the manifest has none. */
  static Optional<Map<String, String>> of(Manifest manifest) {
    if (manifest instanceof Service service) {
      return service.selector().isEmpty() ? Optional.empty() : Optional.of(service.selector());
    }
    if (manifest instanceof Gateway gateway) {
      return Optional.of(gateway.selector());
    }
    if (manifest instanceof NetworkPolicy policy) {
      return Optional.of(policy.podSelector().matchLabels()); // it may have more conditions
    }
    return selector(manifest).map(WorkloadSelector::matchLabels);
  }

  /** True if manifests of this kind can have a selector. */
  static boolean canHave(Manifest manifest) {
    return manifest instanceof Service
        || manifest instanceof Gateway
        || manifest instanceof NetworkPolicy
        || manifest instanceof Sidecar
        || manifest instanceof AuthorizationPolicy
        || manifest instanceof PeerAuthentication
        || manifest instanceof RequestAuthentication
        || manifest instanceof Telemetry
        || manifest instanceof WasmPlugin
        || manifest instanceof TrafficExtension
        || manifest instanceof EnvoyFilter
        || manifest instanceof ProxyConfig
        || manifest instanceof DestinationRule
        || manifest instanceof ServiceEntry;
  }

  private static Optional<WorkloadSelector> selector(Manifest manifest) {
    if (manifest instanceof Sidecar sidecar) {
      return sidecar.workloadSelector();
    }
    if (manifest instanceof AuthorizationPolicy policy) {
      return policy.selector();
    }
    if (manifest instanceof PeerAuthentication policy) {
      return policy.selector();
    }
    if (manifest instanceof RequestAuthentication policy) {
      return policy.selector();
    }
    if (manifest instanceof Telemetry telemetry) {
      return telemetry.selector();
    }
    if (manifest instanceof WasmPlugin plugin) {
      return plugin.selector();
    }
    if (manifest instanceof TrafficExtension extension) {
      return extension.selector();
    }
    if (manifest instanceof EnvoyFilter filter) {
      return filter.workloadSelector();
    }
    if (manifest instanceof ProxyConfig config) {
      return config.selector();
    }
    if (manifest instanceof DestinationRule rule) {
      return rule.workloadSelector();
    }
    return manifest instanceof ServiceEntry entry ? entry.workloadSelector() : Optional.empty();
  }

  /** The place in the index of manifests without a selector. */
  static final String NONE = "";

  /** The place in the index of manifests with an empty selector. */
  static final String EMPTY = "{}";

  /**
   * The pair of a selector under which its manifest lies in the index. A workload that is picked
   * has the pair, so one look for each of its labels finds all that pick it.
   */
  static String telling(Map<String, String> labels) {
    for (String key : TELLING) {
      String value = labels.get(key);
      if (value != null) {
        return pair(key, value);
      }
    }
    if (labels.isEmpty()) {
      return EMPTY;
    }
    Map.Entry<String, String> first = new TreeMap<>(labels).firstEntry();
    return pair(first.getKey(), first.getValue());
  }

  /** True for kinds that pick workloads of their own namespace only, in the root namespace too. */
  static boolean onlyInOwnNamespace(Manifest policy) {
    return policy instanceof PeerAuthentication
        || policy instanceof Sidecar
        || policy instanceof Telemetry
        || policy instanceof ProxyConfig
        || policy instanceof Service
        || policy instanceof NetworkPolicy
        || policy instanceof ServiceEntry
        || policy instanceof DestinationRule;
  }

  static boolean hasAll(Map<String, String> labels, Map<String, String> wanted) {
    for (Map.Entry<String, String> label : wanted.entrySet()) {
      if (!label.getValue().equals(labels.get(label.getKey()))) {
        return false;
      }
    }
    return true;
  }

  static String pair(String key, String value) {
    return key + "=" + value;
  }
}
