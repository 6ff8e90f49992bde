package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A principal has a form that no identity has. */
final class PrincipalMalformed extends Check<AuthorizationPolicy> {

  private static final String SCHEME = "spiffe://";

  PrincipalMalformed() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.error("AUTHZ-PRINCIPAL-FORMAT", "A principal has a form that no identity has")
            .meaning(
                "A value of principals or notPrincipals begins with spiffe://, or has no /ns/ and"
                    + " /sa/, or a wildcard elsewhere than at its beginning or end. An identity is"
                    + " written TRUST_DOMAIN/ns/NAMESPACE/sa/SERVICE_ACCOUNT, and only one * at an"
                    + " end is a wildcard.")
            .why("The text is compared as it stands and equals no identity.")
            .fix(
                "Write TRUST_DOMAIN/ns/NAMESPACE/sa/SERVICE_ACCOUNT, for example"
                    + " cluster.local/ns/front/sa/front")
            .codes("KIA0106"));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    Map<String, Function<AuthorizationSource, List<String>>> fields = new TreeMap<>();
    fields.put("principals", AuthorizationSource::principals);
    fields.put("notPrincipals", AuthorizationSource::notPrincipals);
    for (Sources.Named named : Sources.of(policy, fields)) {
      problem(named.value()).ifPresent(problem -> finding(named, problem, report));
    }
  }

  private static void finding(Sources.Named named, String problem, Report report) {
    Draft draft =
        report
            .add(named.path(), named.value() + " " + problem + ": it equals no identity.")
            .at(named.rule());
    String bare = named.value().startsWith(SCHEME) ? named.value().substring(SCHEME.length()) : "";
    if (!bare.isEmpty() && problem(bare).isEmpty()) {
      draft.write(bare).changing("the rule holds for that identity");
    }
  }

  private static Optional<String> problem(String principal) {
    if (principal.startsWith(SCHEME)) {
      return Optional.of("begins with spiffe://, which identities are compared without");
    }
    int inner = principal.indexOf('*', 1);
    if (inner > 0 && inner < principal.length() - 1) {
      return Optional.of("has a * in its middle, which is no wildcard");
    }
    if (principal.indexOf('*') < 0
        && (!principal.contains("/ns/") || !principal.contains("/sa/"))) {
      return Optional.of("has no /ns/ and /sa/");
    }
    return Optional.empty();
  }
}
