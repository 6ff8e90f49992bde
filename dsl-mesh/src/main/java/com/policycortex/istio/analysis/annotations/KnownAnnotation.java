package com.policycortex.istio.analysis.annotations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An annotation that Istio reads.
 *
 * @param name its key
 * @param kinds the kinds of manifests on which Istio looks for it; empty for every kind
 * @param deprecated true if Istio wants to be told otherwise
 * @see <a href="https://istio.io/latest/docs/reference/config/annotations/">annotations</a>
 */
record KnownAnnotation(String name, List<String> kinds, boolean deprecated) {

  static final String INJECT = "sidecar.istio.io/inject";

  private static final Map<String, KnownAnnotation> ALL = new TreeMap<>();

  static {
    of("", "galley.istio.io/analyze-suppress", "gateway.istio.io/controller-version");
    of(
        "Pod",
        "ambient.istio.io/bypass-inbound-capture",
        "ambient.istio.io/dns-capture",
        "ambient.istio.io/redirection",
        "inject.istio.io/templates",
        "istio.io/reroute-virtual-interfaces",
        "istio.io/rev",
        "prometheus.istio.io/merge-metrics",
        "proxy.istio.io/config",
        "proxy.istio.io/overrides",
        "readiness.status.sidecar.istio.io/applicationPorts",
        "readiness.status.sidecar.istio.io/failureThreshold",
        "readiness.status.sidecar.istio.io/initialDelaySeconds",
        "readiness.status.sidecar.istio.io/periodSeconds",
        "sidecar.istio.io/agentLogLevel",
        "sidecar.istio.io/bootstrapOverride",
        "sidecar.istio.io/componentLogLevel",
        "sidecar.istio.io/interceptionMode",
        "sidecar.istio.io/logLevel",
        "sidecar.istio.io/nativeSidecar",
        "sidecar.istio.io/proxyCPU",
        "sidecar.istio.io/proxyCPULimit",
        "sidecar.istio.io/proxyImage",
        "sidecar.istio.io/proxyImageType",
        "sidecar.istio.io/proxyMemory",
        "sidecar.istio.io/proxyMemoryLimit",
        "sidecar.istio.io/rewriteAppHTTPProbers",
        "sidecar.istio.io/statsEvictionInterval",
        "sidecar.istio.io/statsFlushInterval",
        "sidecar.istio.io/statsHistogramBins",
        "sidecar.istio.io/statsHistogramBuckets",
        "sidecar.istio.io/status",
        "sidecar.istio.io/userVolume",
        "sidecar.istio.io/userVolumeMount",
        "status.sidecar.istio.io/port",
        "traffic.sidecar.istio.io/excludeInboundPorts",
        "traffic.sidecar.istio.io/excludeInterfaces",
        "traffic.sidecar.istio.io/excludeOutboundIPRanges",
        "traffic.sidecar.istio.io/excludeOutboundPorts",
        "traffic.sidecar.istio.io/includeInboundPorts",
        "traffic.sidecar.istio.io/includeOutboundIPRanges",
        "traffic.sidecar.istio.io/includeOutboundPorts");
    deprecated(
        "Pod",
        INJECT,
        "sidecar.istio.io/discoveryAddress",
        "sidecar.istio.io/extraStatTags",
        "sidecar.istio.io/statsCompression",
        "sidecar.istio.io/statsInclusionPrefixes",
        "sidecar.istio.io/statsInclusionRegexps",
        "sidecar.istio.io/statsInclusionSuffixes",
        "traffic.sidecar.istio.io/kubevirtInterfaces");
    of("Service", "networking.istio.io/exportTo", "traffic.istio.io/nodeSelector");
    deprecated(
        "Service",
        "alpha.istio.io/canonical-serviceaccounts",
        "alpha.istio.io/kubernetes-serviceaccounts");
    of("Namespace,Service,ServiceEntry", "networking.istio.io/traffic-distribution");
    of("Namespace,Service,ServiceEntry", "istio.io/use-waypoint-canary-weight");
    of("Namespace", "topology.istio.io/controlPlaneClusters");
    of("Ingress", "kubernetes.io/ingress.class");
    of(
        "Gateway",
        "gateway.istio.io/name-override",
        "gateway.istio.io/service-account",
        "networking.istio.io/service-type");
    of("GatewayClass,Gateway", "ambient.istio.io/waypoint-inbound-binding");
    of(
        "WorkloadEntry",
        "istio.io/autoRegistrationGroup",
        "istio.io/connectedAt",
        "istio.io/disconnectedAt",
        "istio.io/workloadController");
    of("AuthorizationPolicy", "istio.io/dry-run");
  }

  /** True for what Istio writes itself, on whatever it likes. */
  boolean isOfIstioItself() {
    return name.equals("sidecar.istio.io/status")
        || name.equals("gateway.istio.io/controller-version")
        || name.equals("istio.io/rev");
  }

  /** True if Istio looks for it on this kind. */
  boolean belongsTo(String kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }

  /** The annotation of this name. */
  static Optional<KnownAnnotation> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** The names of all. */
  static List<String> names() {
    return new ArrayList<>(ALL.keySet());
  }

  /** The names of those for which Istio looks on this kind. */
  static List<String> namesOf(String kind) {
    return ALL.values().stream()
        .filter(known -> known.belongsTo(kind))
        .map(KnownAnnotation::name)
        .toList();
  }

  /** True for a name that only Istio would give. */
  static boolean isOfIstio(String name) {
    int slash = name.indexOf('/');
    return name.equals("kubernetes.io/ingress.class")
        || (slash > 0 && name.substring(0, slash).endsWith("istio.io"));
  }

  private static void of(String kinds, String... names) {
    put(kinds, false, names);
  }

  private static void deprecated(String kinds, String... names) {
    put(kinds, true, names);
  }

  private static void put(String kinds, boolean deprecated, String... names) {
    List<String> on = kinds.isEmpty() ? List.of() : Arrays.asList(kinds.split(",", -1));
    for (String name : names) {
      ALL.put(name, new KnownAnnotation(name, on, deprecated));
    }
  }
}
