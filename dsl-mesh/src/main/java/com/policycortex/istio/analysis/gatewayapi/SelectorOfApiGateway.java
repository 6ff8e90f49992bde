package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.extensions.WasmPlugin;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.RequestAuthentication;
import com.policycortex.istio.model.telemetry.Telemetry;
import java.util.Map;
import java.util.Optional;

/** A policy picks the pods of a Gateway of the Gateway API by labels. */
final class SelectorOfApiGateway extends Check<Manifest> {

  SelectorOfApiGateway() {
    super(
        Subject.MANIFESTS,
        CheckInfo.warning("GWAPI-SELECTOR-INEFFECTIVE", "A policy picks a Gateway's pods by labels")
            .meaning(
                "The selector of an AuthorizationPolicy, RequestAuthentication, Telemetry or"
                    + " WasmPlugin without targets picks pods that istiod makes for a Gateway of"
                    + " the Gateway API in its namespace.")
            .why(
                "For a waypoint the policy has no effect; for other gateways it depends on a"
                    + " setting of istiod (ENABLE_SELECTOR_BASED_K8S_GATEWAY_POLICY).")
            .fix("Name the Gateway by targetRefs")
            .codes("IST0166"));
  }

  @Override
  public void check(Manifest policy, MeshView mesh, Report report) {
    boolean known =
        policy instanceof AuthorizationPolicy
            || policy instanceof RequestAuthentication
            || policy instanceof Telemetry
            || policy instanceof WasmPlugin;
    Map<String, String> labels =
        known ? Policies.selector(policy).orElse(Map.of()) : Map.<String, String>of();
    if (labels.isEmpty() || !Policies.targetRefs(policy).isEmpty()) {
      return;
    }
    String namespace = Names.namespace(policy);
    String named = labels.getOrDefault(Policies.GATEWAY_NAME, "");
    Optional<RawManifest> gateway =
        named.isEmpty() || labels.size() > 1
            ? Optional.empty()
            : mesh.gatewayApi().gateway(namespace, named);
    Optional<Workload> pods =
        mesh.workloads().select(namespace, labels).stream()
            .filter(workload -> workload.labels().containsKey(Policies.GATEWAY_NAME))
            .findFirst();
    String name =
        gateway
            .map(Manifest::name)
            .or(() -> pods.map(workload -> workload.labels().get(Policies.GATEWAY_NAME)))
            .orElse("");
    if (!name.isEmpty()) {
      report.add(
          "spec.selector",
          "The selector picks pods of the Gateway " + name + ", which is to be a target.");
    }
  }
}
