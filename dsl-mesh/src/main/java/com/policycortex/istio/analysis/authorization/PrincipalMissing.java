package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.GivenNames;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.NearNames;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.kubernetes.PodSpec;
import com.policycortex.istio.model.kubernetes.ServiceAccount;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A policy names an identity that no workload has. */
final class PrincipalMissing extends Check<AuthorizationPolicy> {

  PrincipalMissing() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.warning("AUTHZ-PRINCIPAL-MISSING", "A policy names an identity that nobody has")
            .meaning(
                "A principal, without wildcards, or a value of serviceAccounts names a service"
                    + " account as which no workload among the manifests runs, in a namespace of"
                    + " which workloads are among them; or that is not there, in a namespace of"
                    + " which ServiceAccounts are among them and workloads are not.")
            .why("An ALLOW rule lets nobody in, a DENY rule keeps nobody out.")
            .fix("Name the service account as which the caller's pods run")
            .codes("KIA0106", "KIA0107"));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    Map<String, Function<AuthorizationSource, List<String>>> fields = new TreeMap<>();
    fields.put("principals", AuthorizationSource::principals);
    fields.put("notPrincipals", AuthorizationSource::notPrincipals);
    for (Sources.Named named : Sources.of(policy, fields)) {
      Principals.of(named.value())
          .ifPresent(
              principal -> check(principal.namespace(), principal.account(), named, mesh, report));
    }
    Map<String, Function<AuthorizationSource, List<String>>> accounts = new TreeMap<>();
    accounts.put("serviceAccounts", AuthorizationSource::serviceAccounts);
    accounts.put("notServiceAccounts", AuthorizationSource::notServiceAccounts);
    for (Sources.Named named : Sources.of(policy, accounts)) {
      int slash = named.value().indexOf('/');
      String namespace = slash < 0 ? Names.namespace(policy) : named.value().substring(0, slash);
      check(namespace, named.value().substring(slash + 1), named, mesh, report);
    }
  }

  private static void check(
      String namespace, String account, Sources.Named named, MeshView mesh, Report report) {
    boolean runs = mesh.workloads().wouldBeGiven(namespace, account);
    if ((runs ? isRunning(namespace, account, mesh) : mayExist(namespace, account, mesh))
        || isOfGateway(namespace, account, mesh)) {
      return;
    }
    String message =
        runs
            ? "No workload in " + namespace + " runs as the service account " + account + "."
            : namespace + " has no service account " + account + ".";
    Draft draft = report.add(named.path(), message).at(named.rule());
    NearNames known =
        runs
            ? GivenNames.serviceAccounts(namespace, mesh)
            : GivenNames.in(namespace, ServiceAccount.KIND, mesh);
    String before = named.value().substring(0, named.value().length() - account.length());
    draft
        .meant(account, known, near -> before + near)
        .changing("the rule holds for that service account");
    known.nearest(account).ifPresent(near -> draft.hint("Name the service account " + near));
  }

  // istiod makes the account of a Gateway of the Gateway API. Where none of those is given at all,
  // what is called as it would call one may be.
  private static boolean isOfGateway(String namespace, String account, MeshView mesh) {
    return mesh.gatewayApi().isHostOfGateway(Names.serviceHost(account, namespace))
        || (!mesh.knows(Need.API_GATEWAYS)
            && (account.endsWith("-istio") || account.equals("waypoint")));
  }

  private static boolean isRunning(String namespace, String account, MeshView mesh) {
    return !mesh.workloads().runningAs(namespace, account).isEmpty();
  }

  // Where no workload of the namespace is given, its ServiceAccounts may be.
  private static boolean mayExist(String namespace, String account, MeshView mesh) {
    return account.equals(PodSpec.DEFAULT_SERVICE_ACCOUNT)
        || mesh.in(namespace, ServiceAccount.KIND).isEmpty()
        || mesh.find(ServiceAccount.KIND, namespace, account).isPresent();
  }
}
