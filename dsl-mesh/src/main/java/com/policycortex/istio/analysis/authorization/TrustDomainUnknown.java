package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** A policy names an identity of a trust domain that is not the mesh's. */
final class TrustDomainUnknown extends Check<AuthorizationPolicy> {

  TrustDomainUnknown() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.warning("AUTHZ-TRUST-DOMAIN-UNKNOWN", "A policy names a foreign trust domain")
            .meaning(
                "The first part of a principal is neither the trust domain of MeshConfig, nor one"
                    + " of its aliases, nor cluster.local, which stands for it.")
            .why("No workload of this mesh has such an identity, so the rule matches none of them.")
            .fix("Write the trust domain of the mesh, or cluster.local")
            .needs(Need.MESH_CONFIG)
            .codes("KIA0108"));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    Map<String, Function<AuthorizationSource, List<String>>> fields = new TreeMap<>();
    fields.put("principals", AuthorizationSource::principals);
    fields.put("notPrincipals", AuthorizationSource::notPrincipals);
    Set<String> known = new HashSet<>(mesh.settings().config().trustDomainAliases());
    known.add(mesh.settings().trustDomain());
    known.add("cluster.local");
    for (Sources.Named named : Sources.of(policy, fields)) {
      Principals.of(named.value())
          .filter(
              principal ->
                  !principal.trustDomain().equals("*") && !known.contains(principal.trustDomain()))
          .ifPresent(
              principal ->
                  report
                      .add(
                          named.path(),
                          "The trust domain of this mesh is "
                              + mesh.settings().trustDomain()
                              + ", not "
                              + principal.trustDomain()
                              + ".")
                      .at(named.rule())
                      .meant(
                          principal.trustDomain(),
                          known,
                          near -> near + named.value().substring(principal.trustDomain().length()))
                      .changing("the rule holds for that identity")
                      .hint(report.advice()));
    }
  }
}
