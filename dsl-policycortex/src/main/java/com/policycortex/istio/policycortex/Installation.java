package com.policycortex.istio.policycortex;

import com.policycortex.istio.model.install.GatewayComponentSpec;
import com.policycortex.istio.model.install.IstioComponents;
import com.policycortex.istio.model.install.IstioOperator;
import com.policycortex.istio.model.install.KubernetesResources;
import com.policycortex.istio.model.mesh.AccessLogEncoding;
import com.policycortex.istio.model.mesh.MeshConfig;
import com.policycortex.istio.model.mesh.MeshOutboundTrafficPolicy;
import com.policycortex.istio.model.mesh.MeshOutboundTrafficPolicyMode;
import com.policycortex.istio.model.mesh.MeshProxyConfig;
import com.policycortex.istio.model.mesh.NormalizationType;
import com.policycortex.istio.model.mesh.ProxyPathNormalization;
import com.policycortex.istio.render.OutputTree;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.Map;

/** What {@code istioctl install -f} takes: istiod, the gateways, MeshConfig. */
final class Installation {

  private Installation() {}

  static OutputTree addTo(OutputTree tree, PolicyCortex mesh) {
    return tree.with(
        OutputTree.INSTALL + "istio.yaml",
        IstioOperator.istioOperator(mesh.namespace())
            .in(mesh.get(Settings.ROOT_NAMESPACE))
            .profile(mesh.get(Settings.PROFILE))
            .meshConfig(meshConfig(mesh))
            .components(components(mesh))
            .values(values(mesh)));
  }

  private static MeshConfig meshConfig(PolicyCortex mesh) {
    MeshConfig config =
        MeshConfig.meshConfig()
            .accessLogEncoding(AccessLogEncoding.JSON)
            .enableTracing(true)
            .defaultConfig(MeshProxyConfig.meshProxyConfig().holdApplicationUntilProxyStarts(true))
            .outboundTrafficPolicy(
                MeshOutboundTrafficPolicy.meshOutboundTrafficPolicy()
                    .mode(MeshOutboundTrafficPolicyMode.REGISTRY_ONLY))
            .trustDomain(mesh.get(Settings.TRUST_DOMAIN))
            .rootNamespace(mesh.get(Settings.ROOT_NAMESPACE))
            // Policies look at paths: //admin must not be another path than /admin.
            .pathNormalization(
                ProxyPathNormalization.proxyPathNormalization()
                    .normalization(NormalizationType.MERGE_SLASHES))
            .extensionProviders(Observability.traceCollector(mesh).provider());
    return mesh.get(Settings.ACCESS_LOGS)
        ? config
            .accessLogFile("/dev/stdout")
            .extensionProviders(Observability.accessLog(mesh).provider())
        : config;
  }

  // istioctl replaces the profile's list of gateways, so the first one is said too.
  private static IstioComponents components(PolicyCortex mesh) {
    IstioComponents components =
        IstioComponents.istioComponents()
            .ingressGateways(
                GatewayComponentSpec.gatewayComponentSpec("istio-ingressgateway").enabled(true));
    return mesh.get(Settings.INTERNAL_GATEWAY)
        ? components.ingressGateways(internalGateway())
        : components;
  }

  private static GatewayComponentSpec internalGateway() {
    JsonObject https = port("https", 443, 8443);
    JsonObject status = port("status-port", 15021, 15021);
    return GatewayComponentSpec.gatewayComponentSpec("istio-internalgateway")
        .enabled(true)
        .label(Map.of("app", "istio-internalgateway", "istio", "internalgateway"))
        .k8s(
            KubernetesResources.kubernetesResources()
                .service(
                    JsonValue.object()
                        .with("type", "ClusterIP")
                        .with("ports", JsonValue.array(status, https))));
  }

  private static JsonObject port(String name, int number, int targetPort) {
    return JsonValue.object()
        .with("name", name)
        .with("port", number)
        .with("protocol", "TCP")
        .with("targetPort", targetPort);
  }

  private static JsonObject values(PolicyCortex mesh) {
    JsonObject environment =
        JsonValue.object()
            .with("PILOT_ENABLE_WORKLOAD_ENTRY_AUTOREGISTRATION", "true")
            // istiod fetches the keys of token issuers: never from the cloud's metadata service.
            .with("BLOCKED_CIDRS_IN_JWKS_URIS", "169.254.0.0/16");
    JsonObject resources =
        JsonValue.object()
            .with(
                "requests",
                JsonValue.object()
                    .with("cpu", mesh.get(Settings.PROXY_CPU_REQUEST))
                    .with("memory", mesh.get(Settings.PROXY_MEMORY_REQUEST)))
            .with(
                "limits",
                JsonValue.object()
                    .with("cpu", mesh.get(Settings.PROXY_CPU_LIMIT))
                    .with("memory", mesh.get(Settings.PROXY_MEMORY_LIMIT)));
    return JsonValue.object()
        .with("pilot", JsonValue.object().with("env", environment))
        .with(
            "global",
            JsonValue.object().with("proxy", JsonValue.object().with("resources", resources)));
  }
}
