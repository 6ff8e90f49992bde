package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.NearNames;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationSource;
import com.policycortex.istio.model.security.RequestAuthentication;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A policy asks for tokens of an issuer that nobody verifies. */
final class IssuerUnknown extends Check<AuthorizationPolicy> {

  IssuerUnknown() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.error("AUTHZ-ISSUER-UNKNOWN", "A policy asks for tokens of an unknown issuer")
            .meaning(
                "requestPrincipals or notRequestPrincipals name an issuer (ISSUER/SUBJECT or"
                    + " ISSUER/*: all before the last slash, so that an issuer that ends with a"
                    + " slash is followed by two), RequestAuthentications apply to a workload of"
                    + " the policy, and none of them has a rule for the issuer.")
            .why(
                "A token of that issuer is refused with 401 before the policy is asked: an ALLOW"
                    + " rule lets nobody in.")
            .fix("Add a jwtRule for the issuer, or write the issuer as the jwtRule does")
            .needs(Need.WORKLOADS));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    Map<String, Function<AuthorizationSource, List<String>>> fields = new TreeMap<>();
    fields.put("requestPrincipals", AuthorizationSource::requestPrincipals);
    fields.put("notRequestPrincipals", AuthorizationSource::notRequestPrincipals);
    for (Sources.Named named : Sources.of(policy, fields)) {
      int slash = named.value().lastIndexOf('/');
      String issuer = slash < 0 ? "" : named.value().substring(0, slash);
      if (!issuer.isEmpty() && !issuer.contains("*")) {
        check(issuer, named, policy, mesh, report);
      }
    }
  }

  private static void check(
      String issuer,
      Sources.Named named,
      AuthorizationPolicy policy,
      MeshView mesh,
      Report report) {
    for (Workload workload : mesh.policies().workloads(policy)) {
      List<RequestAuthentication> read = mesh.policies().requestAuthentications(workload);
      List<String> issuers =
          read.stream()
              .flatMap(authentication -> authentication.jwtRules().stream())
              .map(rule -> rule.issuer().orElse(""))
              .toList();
      boolean open = issuers.isEmpty() || issuers.contains("");
      if (!open && !issuers.contains(issuer) && mesh.workloads().proxy(workload).mayBeInMesh()) {
        Draft draft =
            report
                .add(
                    named.path(),
                    "Tokens of " + issuer + " are not read by " + workload + ", only of " + issuers)
                .at(named.rule())
                .related(read.get(0), "spec.jwtRules", "names other issuers");
        String subject = named.value().substring(issuer.length());
        NearNames known = NearNames.of(issuers);
        draft
            .meant(issuer, known, near -> near + subject)
            .changing("the rule holds for tokens of that issuer");
        known.nearest(issuer).ifPresent(near -> draft.hint("Write " + near));
        return;
      }
    }
  }
}
