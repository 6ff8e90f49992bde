package com.policycortex.istio.analysis.destination;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.GivenNames;
import com.policycortex.istio.analysis.check.GivenNamespaces;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.DestinationRules;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.networking.DestinationRule;
import java.util.Optional;

/** A DestinationRule is for a host that no service has. */
final class HostMissing extends Check<DestinationRule> {

  HostMissing() {
    super(
        Subject.of(DestinationRule.KIND),
        CheckInfo.warning("DR-HOST-MISSING", "A DestinationRule is for a host that nothing has")
            .meaning(
                "No Service and no ServiceEntry has the host, and no wildcard of a ServiceEntry"
                    + " covers it. A host without a dot is the Service of that name in the rule's"
                    + " own namespace; one with a dot is taken as it stands.")
            .why(
                "Proxies make no cluster for the host, so nothing of the rule applies: no limits,"
                    + " no TLS, no subsets.")
            .fix("Name a host that a Service or ServiceEntry has")
            .needs(Need.SERVICES)
            .codes("IST0174", "KIA0202"));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    String host = DestinationRules.host(rule);
    if (isOfEveryCluster(host)
        || !Names.mayBeHost(host)
        || !mesh.services().coveredBy(host).isEmpty()
        || !mesh.services().wildcardsOver(host).isEmpty()
        || mesh.gatewayApi().isHostOfGateway(host)) {
      return;
    }
    Draft draft =
        report
            .add(
                "spec.host",
                "No service has the host "
                    + host
                    + ", so the rule has no effect"
                    + GivenNamespaces.doubt(host, mesh)
                    + ".")
            .severity(GivenNamespaces.severity(host, Severity.WARNING, mesh));
    Optional<String> whole = meant(host, mesh);
    if (whole.isPresent()) {
      draft
          .hint("Write " + whole.get())
          .repair(Repair.replace("Write the whole name of the host", rule.host(whole.get())));
    } else {
      String namespace = Names.namespace(rule);
      boolean bare = rule.host().indexOf('.') < 0;
      draft.meant(
          host,
          GivenNames.hosts(namespace, mesh),
          near ->
              bare && near.endsWith("." + namespace + ".svc.cluster.local")
                  ? near.substring(0, near.indexOf('.'))
                  : near);
    }
    draft.changing("what the rule sets holds for calls to that host");
  }

  // Each has at least kubernetes.default.
  private static boolean isOfEveryCluster(String host) {
    return host.startsWith("*")
        && "kubernetes.default.svc.cluster.local".endsWith(host.substring(1));
  }

  // Istio does not complete service.namespace or service.namespace.svc.
  private static Optional<String> meant(String host, MeshView mesh) {
    String[] labels = host.split("\\.", -1);
    boolean partial =
        labels.length == 2 || (labels.length == 3 && labels[2].equals("svc") && !host.isEmpty());
    if (!partial) {
      return Optional.empty();
    }
    String whole = Names.serviceHost(labels[0], labels[1]);
    return mesh.services().withHost(whole).isEmpty() ? Optional.empty() : Optional.of(whole);
  }
}
