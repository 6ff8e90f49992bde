package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationOperation;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationRule;
import java.util.List;
import java.util.Map;

/** A policy names a host that a request may write with its port. */
final class HostWithoutPort extends Check<AuthorizationPolicy> {

  HostWithoutPort() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.warning("AUTHZ-HOST-PORT", "A DENY for a host is passed by writing its port")
            .meaning(
                "A DENY rule names a host without wildcard, and no value for the same host with a"
                    + " port (host:*). The Host header of a request may have a port, and is"
                    + " compared as a whole.")
            .why("A request with Host: admin.example.com:443 is not denied.")
            .fix("Add the same host with :* behind it"));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    if (policy.action().orElse(AuthorizationAction.ALLOW) != AuthorizationAction.DENY) {
      return;
    }
    for (int i = 0; i < policy.rules().size(); i++) {
      AuthorizationRule rule = policy.rules().get(i);
      for (int j = 0; j < rule.to().size(); j++) {
        List<String> hosts =
            rule.to().get(j).operation().map(AuthorizationOperation::hosts).orElse(List.of());
        for (int k = 0; k < hosts.size(); k++) {
          String host = hosts.get(k);
          if (!host.contains("*") && !host.contains(":") && !hosts.contains(host + ":*")) {
            report
                .add(
                    "spec.rules[" + i + "].to[" + j + "].operation.hosts[" + k + "]",
                    "A request for " + host + ":443 is not denied.")
                .at(rule)
                .hint("Add " + host + ":*")
                .witness(
                    Witness.request("GET", host, "/", "is not denied")
                        .headers(Map.of("host", host + ":443")));
          }
        }
      }
    }
  }
}
