package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.TargetReference;
import com.policycortex.istio.model.extensions.WasmPlugin;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.RequestAuthentication;
import com.policycortex.istio.model.telemetry.Telemetry;
import java.util.List;

/** A policy is for something that is not there. */
final class TargetMissing extends Check<Manifest> {

  TargetMissing() {
    super(
        Subject.MANIFESTS,
        CheckInfo.error("POLICY-TARGET-MISSING", "A policy is for something that is not there")
            .meaning(
                "targetRef or targetRefs of an AuthorizationPolicy, RequestAuthentication,"
                    + " Telemetry, WasmPlugin, TrafficExtension or EnvoyFilter name a Gateway,"
                    + " Service or ServiceEntry that is not in the policy's namespace, while others"
                    + " of the kind are among the manifests.")
            .why("The policy applies to nothing: what it was to refuse is let through.")
            .fix("Name something that is in the namespace of the policy"));
  }

  @Override
  public void check(Manifest policy, MeshView mesh, Report report) {
    List<TargetReference> targets = Policies.targetRefs(policy);
    for (int i = 0; i < targets.size(); i++) {
      TargetReference target = targets.get(i);
      String namespace = Names.namespace(policy);
      boolean missing =
          switch (target.kind()) {
            case "Gateway" ->
                mesh.knows(Need.API_GATEWAYS)
                    && mesh.gatewayApi().gateway(namespace, target.name()).isEmpty();
            case "Service" ->
                !mesh.in(namespace, Service.KIND).isEmpty()
                    && mesh.find(Service.KIND, namespace, target.name()).isEmpty();
            case "ServiceEntry" ->
                !mesh.in(namespace, ServiceEntry.KIND).isEmpty()
                    && mesh.find(ServiceEntry.KIND, namespace, target.name()).isEmpty();
            default -> false;
          };
      if (missing) {
        report.add(
            isSingle(policy) ? "spec.targetRef" : "spec.targetRefs[" + i + "]",
            "There is no " + target.kind() + " " + namespace + "/" + target.name() + ".");
      }
    }
  }

  // The old form for one target.
  private static boolean isSingle(Manifest policy) {
    return (policy instanceof AuthorizationPolicy it && it.targetRef().isPresent())
        || (policy instanceof RequestAuthentication that && that.targetRef().isPresent())
        || (policy instanceof Telemetry telemetry && telemetry.targetRef().isPresent())
        || (policy instanceof WasmPlugin plugin && plugin.targetRef().isPresent());
  }
}
