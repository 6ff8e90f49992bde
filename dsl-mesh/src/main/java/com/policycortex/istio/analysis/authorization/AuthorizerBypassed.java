package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.DestinationUse;
import com.policycortex.istio.mesh.Destinations;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import java.util.List;
import java.util.Optional;

/** What an authorizer protects at the gateway is open within the mesh. */
final class AuthorizerBypassed extends Check<AuthorizationPolicy> {

  AuthorizerBypassed() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.warning("AUTHZ-EXT-BYPASS", "An authorizer at the gateway can be walked around")
            .meaning(
                "A policy of action CUSTOM is for gateways only, and a workload to which one of"
                    + " these gateways leads has no AuthorizationPolicy at all.")
            .why(
                "Whatever runs in the mesh, or comes by another gateway, calls the workload without"
                    + " the authorizer being asked.")
            .fix("Let the workload accept requests from the gateway's identity only")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.WORKLOADS, Need.SERVICES, Need.GATEWAYS));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    if (policy.action().orElse(AuthorizationAction.ALLOW) != AuthorizationAction.CUSTOM
        || Policies.isForAll(policy)) {
      return;
    }
    List<Workload> gateways = mesh.policies().workloads(policy);
    boolean only =
        !gateways.isEmpty()
            && gateways.stream().allMatch(it -> mesh.workloads().proxy(it) == Proxy.GATEWAY);
    if (!only) {
      return;
    }
    for (Gateway gateway : mesh.gateways().of(gateways.get(0))) {
      for (VirtualService routes : mesh.virtualServices().boundTo(Names.qualified(gateway))) {
        Optional<Workload> open = open(routes, mesh);
        if (open.isPresent()) {
          report
              .add(
                  "spec.action",
                  open.get() + " can be called within the mesh without this authorizer.")
              .related(routes, "spec.http", "leads to it from the gateway")
              .related(open.get().manifest(), "", "has no AuthorizationPolicy")
              .witness(
                  Witness.request("GET", open.get().name(), "/", "is answered unchecked")
                      .from("any pod of the mesh"));
          return;
        }
      }
    }
  }

  private static Optional<Workload> open(VirtualService routes, MeshView mesh) {
    String namespace = Names.namespace(routes);
    for (DestinationUse use : Destinations.of(routes)) {
      Optional<MeshService> service =
          mesh.services().resolve(Names.host(use.destination().host(), namespace), namespace);
      if (service.isPresent()) {
        for (Workload workload : mesh.workloads().behind(service.get())) {
          if (mesh.workloads().proxy(workload) == Proxy.SIDECAR
              && mesh.policies().authorizationPolicies(workload).isEmpty()) {
            return Optional.of(workload);
          }
        }
      }
    }
    return Optional.empty();
  }
}
