package com.policycortex.istio.source;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a message of the model is made by another name than its fields suggest. As a rule, {@code
 * HttpRoute} is made by {@code httpRoute()} and its field {@code timeout} is set by {@code
 * timeout(...)}.
 */
final class Verbs {

  /** The fields that a factory asks for, in its order; a manifest's begins with the name. */
  private static final Map<String, List<String>> FACTORIES =
      Map.ofEntries(
          Map.entry("AuthorizationCondition", List.of("key")),
          Map.entry("ClaimToHeader", List.of("header", "claim")),
          Map.entry("Container", List.of("name")),
          Map.entry("ContainerPort", List.of("containerPort")),
          Map.entry("CookieAttribute", List.of("name")),
          Map.entry("CronJob", List.of("schedule", "jobTemplate")),
          Map.entry("DaemonSet", List.of("selector", "template")),
          Map.entry("DatadogTracingProvider", List.of("service", "port")),
          Map.entry("Deployment", List.of("selector", "template")),
          Map.entry("Destination", List.of("host")),
          Map.entry("DestinationRule", List.of("host")),
          Map.entry("DynatraceApi", List.of("service", "port")),
          Map.entry("DynatraceSampler", List.of("tenant", "clusterId")),
          Map.entry("EnvVar", List.of("name")),
          Map.entry("EnvironmentTag", List.of("name")),
          Map.entry("EnvironmentVariable", List.of("name")),
          Map.entry("EnvoyExternalAuthorizationGrpcProvider", List.of("service", "port")),
          Map.entry("EnvoyExternalAuthorizationHttpProvider", List.of("service", "port")),
          Map.entry("EnvoyHttpGrpcV3LogProvider", List.of("service", "port")),
          Map.entry("EnvoyOpenTelemetryLogProvider", List.of("service", "port")),
          Map.entry("EnvoyTcpGrpcV3LogProvider", List.of("service", "port")),
          Map.entry("ExtensionProvider", List.of("name")),
          Map.entry("FormatterTag", List.of("value")),
          Map.entry("GatewayComponentSpec", List.of("name")),
          Map.entry("GrpcAction", List.of("port")),
          Map.entry("HeaderTag", List.of("name")),
          Map.entry("HttpCookie", List.of("name")),
          Map.entry("HttpDirectResponse", List.of("status")),
          Map.entry("HttpGetAction", List.of("port")),
          Map.entry("ExtensionProviderHttpHeader", List.of("name")),
          Map.entry("HttpHealthCheckConfig", List.of("port")),
          Map.entry("HttpMirrorPolicy", List.of("destination")),
          Map.entry("HttpRouteDestination", List.of("destination")),
          Map.entry("IpBlock", List.of("cidr")),
          Map.entry("IstioIngressListener", List.of("port")),
          Map.entry("Job", List.of("spec")),
          Map.entry("JobSpec", List.of("template")),
          Map.entry("JobTemplate", List.of("spec")),
          Map.entry("JwtHeader", List.of("name")),
          Map.entry("KubernetesOverlay", List.of("kind", "name")),
          Map.entry("LabelSelectorRequirement", List.of("key", "operator")),
          Map.entry("LightstepTracingProvider", List.of("service", "port")),
          Map.entry("LiteralTag", List.of("value")),
          Map.entry("LuaConfig", List.of("inlineCode")),
          Map.entry("NetworkPolicy", List.of("podSelector")),
          Map.entry("OpenCensusAgentTracingProvider", List.of("service", "port")),
          Map.entry("OpenTelemetryTracingProvider", List.of("service", "port")),
          Map.entry("OverlayPatch", List.of("path")),
          Map.entry("Pod", List.of("spec")),
          Map.entry("Port", List.of("number", "protocol", "name")),
          Map.entry("ProviderRef", List.of("name")),
          Map.entry("ReplicaSet", List.of("selector", "template")),
          Map.entry("RouteDestination", List.of("destination")),
          Map.entry("SdsProvider", List.of("name", "service", "port")),
          Map.entry("Server", List.of("port")),
          Map.entry("ServiceEntryPort", List.of("number", "name")),
          Map.entry("ServicePort", List.of("port")),
          Map.entry("SkyWalkingTracingProvider", List.of("service", "port")),
          Map.entry("StatefulSet", List.of("selector", "template")),
          Map.entry("Subset", List.of("name")),
          Map.entry("TargetReference", List.of("group", "kind", "name")),
          Map.entry("TcpHealthCheckConfig", List.of("port")),
          Map.entry("TcpSocketAction", List.of("port")),
          Map.entry("TrafficPort", List.of("number")),
          Map.entry("TunnelSettings", List.of("targetHost", "targetPort")),
          Map.entry("WasmConfig", List.of("url")),
          Map.entry("WasmPlugin", List.of("url")),
          Map.entry("WorkloadGroup", List.of("template")),
          Map.entry("WorkloadSelector", List.of("matchLabels")),
          Map.entry("ZipkinTracingProvider", List.of("service", "port")));

  /** Copy methods that have not the name of their field. */
  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry("ComponentSpec.namespace", "componentNamespace"),
          Map.entry("GatewayComponentSpec.namespace", "componentNamespace"),
          Map.entry("IstioOperator.namespace", "installNamespace"),
          Map.entry("MeshConfig.meshMTLS", "meshMtls"),
          Map.entry("NetworkPolicyEgressRule.to", "peers"),
          Map.entry("NetworkPolicyIngressRule.from", "peers"),
          Map.entry("Service.clusterIP", "clusterIp"),
          Map.entry("Service.clusterIPs", "clusterIps"),
          Map.entry("Service.externalIPs", "externalIps"),
          Map.entry("Service.loadBalancerIP", "loadBalancerIp"),
          Map.entry("WorkloadGroup.metadata", "workloadMetadata"));

  /** The copy method of a oneof, by the type of its arms. */
  private static final Map<String, String> ONEOFS =
      Map.ofEntries(
          Map.entry("AbortError", "error"),
          Map.entry("CertificateSource", "source"),
          Map.entry("ClusterName", "clusterName"),
          Map.entry("CustomTagType", "type"),
          Map.entry("DelayType", "delayType"),
          Map.entry("EnvoyObjectMatch", "objectTypes"),
          Map.entry("FilterConfig", "filterConfig"),
          Map.entry("HashAlgorithm", "hashAlgorithm"),
          Map.entry("HashKey", "hashKey"),
          Map.entry("HealthCheckMethod", "healthCheckMethod"),
          Map.entry("HttpBody", "specifier"),
          Map.entry("HttpHeaderValue", "value"),
          Map.entry("LoadBalancerPolicy", "lbPolicy"),
          Map.entry("MetricMatch", "metricMatch"),
          Map.entry("NetworkGatewayAddress", "gateway"),
          Map.entry("NetworkMembers", "members"),
          Map.entry("PrivateKeyMethod", "provider"),
          Map.entry("ProbeHandler", "handler"),
          Map.entry("Provider", "provider"),
          Map.entry("RedirectPort", "redirectPort"),
          Map.entry("Tracer", "tracer"),
          Map.entry("TracingCustomTagType", "type"));

  /** Fields that are read and written, but that nobody should set: Istio's former names. */
  private static final Set<String> WITHOUT_METHOD =
      Set.of(
          "AuthorizationPolicy.targetRef",
          "ConfigMap.binaryData",
          "ConfigMap.immutable",
          "ConsistentHash.minimumRingSize",
          "CorsPolicy.allowOrigin",
          "FaultDelay.percent",
          "HttpRoute.mirrorPercent",
          "HttpRoute.mirror_percent",
          "JwtRule.jwks_uri",
          "L4MatchAttributes.sourceSubnet",
          "LoadBalancerSettings.warmupDurationSecs",
          "Namespace.spec",
          "OutlierDetection.consecutiveErrors",
          "Port.targetPort",
          "RequestAuthentication.targetRef",
          "ServiceAccount.imagePullSecrets",
          "ServiceAccount.secrets",
          "SidecarPort.targetPort",
          "TargetReference.namespace",
          "Telemetry.targetRef",
          "WasmPlugin.targetRef");

  /** Messages with a map {@code more} of fields that have no typed form. */
  private static final Set<String> OPEN =
      Set.of(
          "Container",
          "ContainerPort",
          "CronJob",
          "DaemonSet",
          "Deployment",
          "HttpGetAction",
          "JobSpec",
          "PodSecurityContext",
          "PodSpec",
          "Probe",
          "ReplicaSet",
          "SecurityContext",
          "StatefulSet");

  /** Fields that hold a number or a name. */
  private static final Set<String> INT_OR_STRING =
      Set.of(
          "HttpGetAction.port",
          "NetworkPolicyPort.port",
          "ServicePort.targetPort",
          "TcpSocketAction.port");

  private Verbs() {}

  static List<String> factoryFields(String type) {
    return FACTORIES.getOrDefault(type, List.of());
  }

  static String factory(String type) {
    return Character.toLowerCase(type.charAt(0)) + type.substring(1);
  }

  static String method(String type, String field) {
    return METHODS.getOrDefault(type + "." + field, field);
  }

  static String oneofMethod(String type) {
    String method = ONEOFS.get(type);
    if (method == null) {
      throw new IllegalStateException("no copy method is known for the oneof " + type);
    }
    return method;
  }

  static boolean hasMethod(String type, String field) {
    // What a cluster reports is nothing to write.
    return !field.equals("status") && !WITHOUT_METHOD.contains(type + "." + field);
  }

  /** Whether a field of any JSON is one that has no typed form. */
  static boolean isUntyped(String type, String field) {
    return OPEN.contains(type) && !isIntOrString(type, field);
  }

  static boolean isIntOrString(String type, String field) {
    return INT_OR_STRING.contains(type + "." + field);
  }
}
