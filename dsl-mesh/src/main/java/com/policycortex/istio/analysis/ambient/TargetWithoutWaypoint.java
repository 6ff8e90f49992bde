package com.policycortex.istio.analysis.ambient;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.TargetReference;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.ServiceEntry;
import java.util.List;
import java.util.Optional;

/** A policy is for a service that no waypoint serves. */
final class TargetWithoutWaypoint extends Check<Manifest> {

  TargetWithoutWaypoint() {
    super(
        Subject.MANIFESTS,
        CheckInfo.error(
                "AMBIENT-TARGET-NO-WAYPOINT", "A policy is for a service without a waypoint")
            .meaning(
                "targetRefs of a policy name a Service or ServiceEntry that uses no waypoint:"
                    + " neither it nor its namespace has the label istio.io/use-waypoint. It is a hint"
                    + " where both say no namespace.")
            .why("Nobody enforces the policy: requests to the service pass as without it.")
            .fix("Label the Service or its namespace with istio.io/use-waypoint")
            .needs(Need.NAMESPACES)
            .codes("KIA0109", "KIA1110", "KIA1111", "KIA1112", "KIA1317"));
  }

  @Override
  public void check(Manifest policy, MeshView mesh, Report report) {
    List<TargetReference> targets = Policies.targetRefs(policy);
    String namespace = Names.namespace(policy);
    if (targets.isEmpty() || mesh.namespace(namespace).isEmpty()) {
      return;
    }
    for (int i = 0; i < targets.size(); i++) {
      String name = targets.get(i).name();
      Optional<? extends Manifest> target =
          switch (targets.get(i).kind()) {
            case "Service" -> mesh.find(Service.KIND, namespace, name);
            case "ServiceEntry" -> mesh.find(ServiceEntry.KIND, namespace, name);
            default -> Optional.empty();
          };
      if (target.isPresent()
          && Ambient.waypoint(target.get().metadata().labels(), namespace, mesh).isEmpty()) {
        report
            .add(
                targets.size() == 1 ? "spec" : "spec.targetRefs[" + i + "]",
                target.get().resourceId() + " uses no waypoint, so nobody enforces the policy.")
            .related(target.get(), "metadata.labels", "names no waypoint")
            // The Namespace into which kubectl or kustomize puts both may have the label.
            .severity(
                policy.namespace().isPresent() || target.get().namespace().isPresent()
                    ? Severity.ERROR
                    : Severity.INFO);
      }
    }
  }
}
