package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The policies of others close a workload that has no requests. */
final class TcpWorkloadClosed extends Check<Workload> {

  private static final int MOST_RELATED = 3;

  TcpWorkloadClosed() {
    super(
        Subject.WORKLOADS,
        CheckInfo.warning("AUTHZ-TCP-CLOSED", "Policies about HTTP close a workload for TCP")
            .meaning(
                "Services declare all ports of a workload with a sidecar as something else than"
                    + " HTTP, policies of ALLOW that are also for workloads with HTTP apply to it,"
                    + " and each of their rules names methods, paths, hosts, request principals,"
                    + " headers or claims. A policy without rules, which lets nobody in, is taken"
                    + " as meant.")
            .why(
                "Where there are no requests the proxy leaves such rules out. As there are policies"
                    + " of ALLOW, and no rule is left, it refuses every connection.")
            .fix(
                "Add a policy of ALLOW for the workload that asks for what connections have:"
                    + " principals, namespaces, ports")
            .needs(Need.SERVICES));
  }

  @Override
  public void check(Workload workload, MeshView mesh, Report report) {
    if (mesh.workloads().proxy(workload) != Proxy.SIDECAR) {
      return;
    }
    List<AuthorizationPolicy> allowing =
        mesh.policies().authorizationPolicies(workload).stream()
            .filter(TcpWorkloadClosed::isAllow)
            .toList();
    if (allowing.isEmpty() || !allowing.stream().allMatch(TcpWorkloadClosed::asksForRequests)) {
      return;
    }
    List<ServedPort> served = ServedPort.of(workload, mesh);
    Set<Long> numbers = served.stream().map(ServedPort::number).collect(Collectors.toSet());
    if (served.isEmpty()
        || served.stream().anyMatch(ServedPort::isHttp)
        || !workload.ports().stream().allMatch(port -> numbers.contains((long) port.port()))
        // Else it is said of the policy.
        || allowing.stream()
            .anyMatch(policy -> ServedPorts.of(policy, mesh).requests().isEmpty())) {
      return;
    }
    ServedPort first = served.get(0);
    Draft draft =
        report
            .add(
                "metadata.name",
                "Port "
                    + first.number()
                    + " of "
                    + workload
                    + " has connections and no requests ("
                    + first.port().protocol()
                    + "), and no rule of ALLOW is about anything else: nobody is let in.")
            .related(first.service().manifest(), first.field(), "is for " + first.port().protocol())
            .witness(
                Witness.connection(
                    first.service().host(),
                    (int) first.port().number(),
                    "is refused, whoever calls"));
    allowing.stream()
        .limit(MOST_RELATED)
        .forEach(policy -> draft.related(policy, "spec.rules", "asks for requests only"));
  }

  private static boolean isAllow(AuthorizationPolicy policy) {
    return policy.action().orElse(AuthorizationAction.ALLOW) == AuthorizationAction.ALLOW
        && !Policies.isDryRun(policy);
  }

  private static boolean asksForRequests(AuthorizationPolicy policy) {
    return !policy.rules().isEmpty()
        && policy.rules().stream().allMatch(rule -> RequestFields.first(rule).isPresent());
  }
}
