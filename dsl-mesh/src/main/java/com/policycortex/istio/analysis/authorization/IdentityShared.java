package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.kubernetes.PodSpec;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A policy lets in everybody who runs as an account that several workloads share. */
final class IdentityShared extends Check<AuthorizationPolicy> {

  IdentityShared() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.info("AUTHZ-SHARED-IDENTITY", "A policy lets in more workloads than one")
            .meaning(
                "An ALLOW rule names the service account default, and several workloads of that"
                    + " namespace run as it: they are one identity.")
            .why("All of them are let in, where one was meant.")
            .fix("Give each workload a service account of its own")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.WORKLOADS));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    if (policy.action().orElse(AuthorizationAction.ALLOW) != AuthorizationAction.ALLOW) {
      return;
    }
    Map<String, Function<AuthorizationSource, List<String>>> fields = new TreeMap<>();
    fields.put("principals", AuthorizationSource::principals);
    for (Sources.Named named : Sources.of(policy, fields)) {
      Principals.of(named.value())
          .filter(principal -> principal.account().equals(PodSpec.DEFAULT_SERVICE_ACCOUNT))
          .map(principal -> mesh.workloads().runningAs(principal.namespace(), principal.account()))
          .filter(workloads -> workloads.size() > 1)
          .ifPresent(
              workloads ->
                  report
                      .add(
                          named.path(),
                          workloads.size()
                              + " workloads have this identity, "
                              + workloads.get(0)
                              + " and "
                              + workloads.get(1)
                              + " among them.")
                      .at(named.rule()));
    }
  }
}
