package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.kubernetes.Namespace;
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
                    + " namespace is always there.")
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
            .meant(name, mesh.all(Namespace.KIND).stream().map(Namespace::name).toList())
            .changing("the rule holds for that namespace");
      }
    }
  }

  private static boolean isThere(String name, MeshView mesh) {
    if (!name.contains("*")) {
      return name.equals(mesh.rootNamespace())
          || mesh.namespace(name).isPresent()
          || mesh.workloads().hasAny(name)
          || !mesh.services().in(name).isEmpty();
    }
    return fits(mesh.rootNamespace(), name)
        || mesh.all(Namespace.KIND).stream().anyMatch(namespace -> fits(namespace.name(), name));
  }

  // As istiod writes it for Envoy: a star at one of the ends, or by itself.
  private static boolean fits(String namespace, String pattern) {
    return pattern.equals("*")
        || (pattern.startsWith("*") && namespace.endsWith(pattern.substring(1)))
        || (pattern.endsWith("*")
            && namespace.startsWith(pattern.substring(0, pattern.length() - 1)));
  }
}
