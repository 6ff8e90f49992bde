package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.policycortex.istio.model.security.AuthorizationSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A policy asks for a token that nobody looks at. */
final class RequestPrincipalWithoutAuthentication extends Check<AuthorizationPolicy> {

  RequestPrincipalWithoutAuthentication() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.error(
                "AUTHZ-REQUEST-PRINCIPAL-NO-AUTHN", "A policy asks for a token that nobody reads")
            .meaning(
                "A rule names request principals or claims (requestPrincipals,"
                    + " notRequestPrincipals, request.auth.*), and no RequestAuthentication applies"
                    + " to a workload that the policy picks.")
            .why(
                "Without a RequestAuthentication no request has a principal, whatever token it"
                    + " carries: an ALLOW rule lets nobody in, a DENY rule with"
                    + " notRequestPrincipals refuses everybody.")
            .fix("Add a RequestAuthentication for the same workloads")
            .needs(Need.WORKLOADS));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    Optional<Sources.Named> asked = asked(policy);
    if (asked.isEmpty()) {
      return;
    }
    for (Workload workload : mesh.policies().workloads(policy)) {
      if (mesh.workloads().proxy(workload).mayBeInMesh()
          && mesh.policies().requestAuthentications(workload).stream()
              .allMatch(authentication -> authentication.jwtRules().isEmpty())) {
        report
            .add(
                asked.get().path(),
                "No RequestAuthentication applies to "
                    + workload
                    + ", so no request there has a token that counts.")
            .at(asked.get().rule())
            .witness(
                Witness.request("GET", workload.name(), "/", "has no request principal")
                    .headers(Map.of("authorization", "Bearer any token")));
        return;
      }
    }
  }

  private static Optional<Sources.Named> asked(AuthorizationPolicy policy) {
    Map<String, Function<AuthorizationSource, List<String>>> fields = new TreeMap<>();
    fields.put("requestPrincipals", AuthorizationSource::requestPrincipals);
    fields.put("notRequestPrincipals", AuthorizationSource::notRequestPrincipals);
    List<Sources.Named> named = Sources.of(policy, fields);
    if (!named.isEmpty()) {
      return Optional.of(named.get(0));
    }
    for (int i = 0; i < policy.rules().size(); i++) {
      AuthorizationRule rule = policy.rules().get(i);
      for (int j = 0; j < rule.when().size(); j++) {
        String key = rule.when().get(j).key();
        if (key.startsWith("request.auth.")) {
          return Optional.of(
              new Sources.Named("spec.rules[" + i + "].when[" + j + "].key", key, rule));
        }
      }
    }
    return Optional.empty();
  }
}
