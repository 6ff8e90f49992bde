package com.policycortex.istio.analysis.calls;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.kubernetes.NetworkPolicy;
import com.policycortex.istio.model.kubernetes.PolicyType;
import com.policycortex.istio.model.security.AuthorizationOperation;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.policycortex.istio.model.security.AuthorizationTo;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The network refuses whom a policy lets in. */
final class NetworkPolicyRefusesCaller extends Check<AuthorizationPolicy> {

  NetworkPolicyRefusesCaller() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.warning("NETPOL-REFUSES-CALLER", "The network refuses whom a policy lets in")
            .meaning(
                "An ALLOW rule names the identity of a workload, and the NetworkPolicies that"
                    + " select a workload of the policy admit its pods at none of the ports that the"
                    + " rule names, or, where it names none, that Services lead to. Peers by address"
                    + " are taken to admit everybody, and ports by name to be the right one.")
            .why("The caller's connections time out, though the AuthorizationPolicy lets it in.")
            .fix("Admit the caller's pods in an ingress rule of a NetworkPolicy")
            .needs(Need.NETWORK_POLICIES, Need.WORKLOADS));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    List<Callers.Caller> callers = Callers.of(policy, mesh);
    if (callers.isEmpty()) {
      return;
    }
    for (Workload workload : mesh.policies().workloads(policy).stream().limit(3).toList()) {
      List<NetworkPolicy> selecting = NetworkPolicies.of(workload, PolicyType.Ingress, mesh);
      for (Callers.Caller caller : callers) {
        if (!selecting.isEmpty()
            && selecting.stream().noneMatch(it -> admits(it, workload, caller, mesh))) {
          report
              .add(
                  caller.path(),
                  "No NetworkPolicy of "
                      + workload
                      + " admits the pods of "
                      + caller.workload()
                      + at(ports(workload, caller, mesh))
                      + ": their connections time out.")
              .at(caller.rule())
              .related(selecting.get(0), "spec.ingress", "selects it, and does not admit them")
              .witness(
                  Witness.connection(workload.name(), 0, "times out")
                      .from("a pod of " + caller.workload().qualifiedName()));
          return;
        }
      }
    }
  }

  private static boolean admits(
      NetworkPolicy policy, Workload workload, Callers.Caller caller, MeshView mesh) {
    Set<Integer> ports = ports(workload, caller, mesh);
    return policy.ingress().stream()
        .filter(
            rule ->
                ports.isEmpty()
                    || ports.stream().anyMatch(it -> NetworkPolicies.mayAdmit(rule.ports(), it)))
        .anyMatch(
            rule ->
                rule.peers().isEmpty()
                    || rule.peers().stream()
                        .anyMatch(
                            peer -> NetworkPolicies.mayBe(peer, policy, caller.workload(), mesh)));
  }

  /** The ports of the pods to which the caller may come; none if they are not known. */
  private static Set<Integer> ports(Workload workload, Callers.Caller caller, MeshView mesh) {
    Set<Integer> ports = new TreeSet<>();
    if (Stream.of(workload, caller.workload())
        .anyMatch(it -> mesh.workloads().proxy(it) == Proxy.AMBIENT)) {
      return ports; // NETPOL-BLOCKS-HBONE is about the one port that counts
    }
    for (MeshService service : mesh.workloads().servicesOf(workload)) {
      for (MeshPort port : service.ports()) {
        int target = (int) port.target(workload);
        if (target == 0) {
          return Set.of(); // a name that no container has
        }
        ports.add(target);
      }
    }
    Set<Integer> named = named(caller.rule());
    if (ports.isEmpty()) {
      return named;
    }
    if (!named.isEmpty()) {
      ports.retainAll(named);
    }
    return ports;
  }

  /** The ports to which a rule lets in; none if it says nothing of ports. */
  private static Set<Integer> named(AuthorizationRule rule) {
    Set<Integer> ports = new TreeSet<>();
    for (AuthorizationTo to : rule.to()) {
      List<String> written = to.operation().map(AuthorizationOperation::ports).orElse(List.of());
      if (written.isEmpty()) {
        return Set.of();
      }
      written.stream()
          .filter(port -> port.matches("\\d{1,5}"))
          .map(Integer::valueOf)
          .forEach(ports::add);
    }
    return ports;
  }

  private static String at(Set<Integer> ports) {
    return ports.isEmpty()
        ? ""
        : (ports.size() == 1 ? " at port " : " at any of the ports ")
            + ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
