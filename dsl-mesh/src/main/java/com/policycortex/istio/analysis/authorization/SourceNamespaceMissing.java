package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.GivenNames;
import com.policycortex.istio.analysis.check.GivenNamespaces;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.NearNames;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.model.kubernetes.ServiceAccount;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A policy names a namespace that does not exist. */
final class SourceNamespaceMissing extends Check<AuthorizationPolicy> {

  SourceNamespaceMissing() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.warning("AUTHZ-NAMESPACE-MISSING", "A policy names a namespace that is not there")
            .meaning(
                "A value of namespaces or notNamespaces in a source fits no Namespace among the"
                    + " manifests, and none in which they have workloads or Services; the root"
                    + " namespace is always there. So does that of a principal of the mesh's trust"
                    + " domain, or of a service account: a hint where none has a name like it.")
            .why("The rule matches nobody, or excludes nobody: the slip changes who is let in.")
            .fix("Name a namespace that exists")
            .needs(Need.NAMESPACES)
            .codes("IST0101", "KIA0101"));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    Map<String, Function<AuthorizationSource, List<String>>> fields = new TreeMap<>();
    fields.put("namespaces", AuthorizationSource::namespaces);
    fields.put("notNamespaces", AuthorizationSource::notNamespaces);
    for (Sources.Named named : Sources.of(policy, fields)) {
      String name = named.value();
      if (!isThere(name, mesh)) {
        Draft draft =
            report
                .add(
                    named.path(),
                    name.contains("*")
                        ? "No namespace is like " + name + "."
                        : "There is no namespace " + name + ".")
                .at(named.rule());
        draft
            .meant(name, GivenNames.namespaces(mesh))
            .changing("the rule holds for that namespace");
      }
    }
    identities(policy, mesh, report);
  }

  private static void identities(AuthorizationPolicy policy, MeshView mesh, Report report) {
    Map<String, Function<AuthorizationSource, List<String>>> fields = new TreeMap<>();
    fields.put("principals", AuthorizationSource::principals);
    fields.put("notPrincipals", AuthorizationSource::notPrincipals);
    List<String> own = List.of("*", "cluster.local", mesh.settings().trustDomain());
    for (Sources.Named named : Sources.of(policy, fields)) {
      Principals.of(named.value())
          .filter(principal -> own.contains(principal.trustDomain()))
          .ifPresent(
              principal ->
                  identity(
                      principal.trustDomain() + "/ns/",
                      principal.namespace(),
                      named,
                      mesh,
                      report));
    }
    Map<String, Function<AuthorizationSource, List<String>>> accounts = new TreeMap<>();
    accounts.put("serviceAccounts", AuthorizationSource::serviceAccounts);
    accounts.put("notServiceAccounts", AuthorizationSource::notServiceAccounts);
    for (Sources.Named named : Sources.of(policy, accounts)) {
      int slash = named.value().indexOf('/');
      if (slash > 0) {
        identity("", named.value().substring(0, slash), named, mesh, report);
      }
    }
  }

  // Callers of other teams, or of what comes with an installation, are often not given.
  private static void identity(
      String before, String name, Sources.Named named, MeshView mesh, Report report) {
    if (isThere(name, mesh) || !mesh.in(name, ServiceAccount.KIND).isEmpty()) {
      return;
    }
    NearNames known = GivenNames.namespaces(mesh);
    String after = named.value().substring(before.length() + name.length());
    Draft draft = report.add(named.path(), "There is no namespace " + name + ".").at(named.rule());
    if (known.nearest(name).isEmpty()) {
      draft.severity(Severity.INFO);
    }
    draft
        .meant(name, known, near -> before + near + after)
        .changing("the rule holds for that identity");
  }

  private static boolean isThere(String name, MeshView mesh) {
    if (!name.contains("*")) {
      return GivenNamespaces.isThere(name, mesh);
    }
    return Policies.matches(name, mesh.rootNamespace())
        || mesh.all(Namespace.KIND).stream()
            .anyMatch(namespace -> Policies.matches(name, namespace.name()));
  }
}
