package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.authorization.Sources.Named;
import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.Server;
import com.policycortex.istio.model.networking.Sidecar;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationOperation;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A policy names a port that the workloads do not have. */
final class PortNotOfWorkload extends Check<AuthorizationPolicy> {

  // The proxy's own: probes, metrics, tunnels.
  private static final long FIRST_OF_PROXY = 15_000;
  private static final long LAST_OF_PROXY = 15_099;

  PortNotOfWorkload() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.warning("AUTHZ-PORT-NOT-OF-WORKLOAD", "A policy is for a port that nobody has")
            .meaning(
                "A value of ports, or of the condition destination.port, is the port of a Service"
                    + " that leads to another port of the workloads, and they do not have it"
                    + " themselves. The port of a policy is that of the workload, not that of its"
                    + " Service. It is a hint where the port is that of no Service either: no"
                    + " container names it, but they need not. Of a gateway it is found where its"
                    + " Service leads from the port to another one on which its servers then listen;"
                    + " of a Gateway of the Gateway API that the policy names by targetRefs, and of"
                    + " which istiod makes the pods, where no listener has the port.")
            .why(
                "The rule never holds for it: an ALLOW rule lets nobody in by it, a DENY rule keeps"
                    + " nobody out.")
            .fix("Write the port of the container, to which the Service leads by its targetPort")
            .needs(Need.WORKLOADS, Need.SERVICES));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    List<Named> named = named(policy);
    if (named.isEmpty()) {
      return;
    }
    if (!Policies.targetRefs(policy).isEmpty()) {
      ofGateways(policy, named, mesh, report);
    } else if (!Policies.isForAll(policy)
        || !Names.namespace(policy).equals(mesh.rootNamespace())) {
      ofWorkloads(policy, named, mesh, report);
    }
  }

  private static void ofGateways(
      AuthorizationPolicy policy, List<Named> named, MeshView mesh, Report report) {
    Optional<TargetedPorts> targeted = TargetedPorts.of(policy, mesh);
    if (targeted.isEmpty()) {
      return;
    }
    Set<Long> ports = targeted.get().ports();
    for (Named one : named) {
      Optional<Long> port = number(one.value());
      if (port.isPresent() && !ports.contains(port.get())) {
        Draft draft =
            report
                .add(
                    one.path(),
                    "No listener of what the policy names has the port "
                        + port.get()
                        + "; they have "
                        + ports
                        + consequence(policy))
                .at(one.rule());
        targeted.get().gateways().forEach(it -> draft.related(it, "spec.listeners", "listens"));
        if (ports.size() == 1) {
          draft
              .write(ports.iterator().next().toString())
              .changing("the rule holds for requests to that port");
        }
      }
    }
  }

  private static void ofWorkloads(
      AuthorizationPolicy policy, List<Named> named, MeshView mesh, Report report) {
    List<Workload> workloads = mesh.policies().workloads(policy);
    Optional<Set<Long>> ports = ports(workloads, mesh);
    if (ports.isEmpty()) {
      return;
    }
    // Of some more may be known elsewhere; a port of a Service that leads to another is none.
    boolean open = Policies.isForAll(policy) || anyGateway(workloads, mesh);
    for (Named one : named) {
      Optional<Long> port = number(one.value());
      if (port.isPresent()
          && !ports.get().contains(port.get())
          && (!open || meant(port.get(), workloads, mesh).isPresent())) {
        Draft draft =
            report
                .add(
                    one.path(),
                    "No workload that the policy selects has the port "
                        + port.get()
                        + "; they have "
                        + ports.get()
                        + consequence(policy))
                .at(one.rule())
                .severity(Severity.INFO);
        if (ports.get().size() == 1) {
          draft.hint(
              "Write "
                  + ports.get().iterator().next()
                  + ", unless the containers listen on "
                  + port.get()
                  + " as well");
        }
        meant(port.get(), workloads, mesh).ifPresent(it -> it.say(port.get(), draft));
      }
    }
  }

  private static String consequence(AuthorizationPolicy policy) {
    return policy.action().orElse(AuthorizationAction.ALLOW) == AuthorizationAction.ALLOW
        ? ": the rule lets nobody in by it."
        : ": the rule holds for nothing by it.";
  }

  private static boolean anyGateway(List<Workload> workloads, MeshView mesh) {
    for (Workload workload : workloads) {
      if (mesh.workloads().proxy(workload) == Proxy.GATEWAY) {
        return true;
      }
    }
    return false;
  }

  private static List<Named> named(AuthorizationPolicy policy) {
    List<Named> named =
        new ArrayList<>(Sources.operations(policy, Map.of("ports", AuthorizationOperation::ports)));
    for (int i = 0; i < policy.rules().size(); i++) {
      AuthorizationRule rule = policy.rules().get(i);
      for (int j = 0; j < rule.when().size(); j++) {
        if (rule.when().get(j).key().equals(PolicyPorts.CONDITION)) {
          List<String> values = rule.when().get(j).values();
          for (int k = 0; k < values.size(); k++) {
            String path = "spec.rules[" + i + "].when[" + j + "].values[" + k + "]";
            named.add(new Named(path, values.get(k), rule));
          }
        }
      }
    }
    return named;
  }

  private static Optional<Long> number(String text) {
    boolean isNumber =
        !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(Character::isDigit);
    return isNumber
        ? Optional.of(Long.valueOf(text))
            .filter(port -> port < FIRST_OF_PROXY || port > LAST_OF_PROXY)
        : Optional.empty();
  }

  // Empty where some workload may have others: a machine, one that names none. A gateway has those
  // of all servers, wherever they are, but none that a Service leads to another port.
  private static Optional<Set<Long>> ports(List<Workload> workloads, MeshView mesh) {
    Set<Long> all = new TreeSet<>();
    for (Workload workload : workloads) {
      Set<Long> ports = new TreeSet<>();
      workload.ports().forEach(port -> ports.add((long) port.port()));
      for (MeshService service : mesh.workloads().servicesOf(workload)) {
        service.ports().forEach(port -> ports.add(port.target(workload)));
      }
      if (mesh.workloads().proxy(workload) == Proxy.GATEWAY) {
        for (Gateway gateway : mesh.gateways().of(workload)) {
          for (Server server : gateway.servers()) {
            mesh.gateways().listenPorts(server, workload).forEach(port -> ports.add(port.number()));
          }
        }
      }
      boolean others =
          workload.isMachine()
              || mesh.sidecars().of(workload).filter(PortNotOfWorkload::hasIngress).isPresent();
      if (ports.isEmpty() || others) {
        return Optional.empty();
      }
      all.addAll(ports);
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private static boolean hasIngress(Sidecar sidecar) {
    return !sidecar.ingress().isEmpty();
  }

  /** The port of a Service that was written, and where it leads. */
  private record Meant(MeshService service, MeshPort port, long target) {

    void say(long number, Draft draft) {
      draft
          .severity(Severity.WARNING)
          .related(
              service.manifest(),
              "spec.ports[" + service.ports().indexOf(port) + "]",
              "leads from port " + number + " to port " + target);
      if (target > 0) {
        draft
            .write(Long.toString(target))
            .hint("Write " + target + ": to it leads port " + number + " of " + service.host())
            .changing("the rule holds for connections to port " + target);
      }
    }
  }

  private static Optional<Meant> meant(long number, List<Workload> workloads, MeshView mesh) {
    for (Workload workload : workloads) {
      List<MeshService> services =
          mesh.workloads().proxy(workload) == Proxy.GATEWAY
              ? mesh.gateways().listenPorts(number, workload).get(0).service().stream().toList()
              : mesh.workloads().servicesOf(workload);
      for (MeshService service : services) {
        Optional<MeshPort> port = service.port(number);
        if (port.isPresent()) {
          return Optional.of(new Meant(service, port.get(), port.get().target(workload)));
        }
      }
    }
    return Optional.empty();
  }
}
