package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.EffectivePeerAuthentication;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationSource;
import com.policycortex.istio.model.security.MutualTlsMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A policy asks for identities where callers have none. */
final class IdentityWithoutMutualTls extends Check<AuthorizationPolicy> {

  IdentityWithoutMutualTls() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.error("AUTHZ-MTLS-REQUIRED", "A policy asks for identities that nobody shows")
            .meaning(
                "A rule names principals, namespaces or service accounts of callers, and a workload"
                    + " that the policy picks takes plain connections only: mutual TLS is DISABLE"
                    + " there.")
            .why(
                "Callers show who they are by their certificates of mutual TLS. Without, an ALLOW"
                    + " rule matches nobody and each request gets 403; a DENY rule with such fields"
                    + " keeps nobody out.")
            .fix("Let the workload ask for mutual TLS (STRICT, or PERMISSIVE)")
            .needs(Need.WORKLOADS)
            .codes("KIA0105"));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    Map<String, Function<AuthorizationSource, List<String>>> fields = new TreeMap<>();
    fields.put("principals", AuthorizationSource::principals);
    fields.put("namespaces", AuthorizationSource::namespaces);
    fields.put("serviceAccounts", AuthorizationSource::serviceAccounts);
    List<Sources.Named> named = Sources.of(policy, fields);
    if (named.isEmpty()) {
      return;
    }
    for (Workload workload : mesh.policies().workloads(policy)) {
      EffectivePeerAuthentication asked = mesh.policies().peerAuthentication(workload);
      if (asked.mode() == MutualTlsMode.DISABLE && mesh.workloads().proxy(workload).mayBeInMesh()) {
        Draft draft =
            report
                .add(
                    named.get(0).path(),
                    workload + " takes plain connections only, so its callers have no identity.")
                .at(named.get(0).rule())
                .witness(
                    () ->
                        HeldRequests.of(
                            policy,
                            named.get(0).rule(),
                            "arrives without an identity, so the rule does not hold for it"));
        asked.decisive().ifPresent(peer -> draft.related(peer, "spec.mtls", "says DISABLE"));
        return;
      }
    }
  }
}
