package com.policycortex.istio.analysis.mutualtls;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.security.PeerAuthentication;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A port-level mode names a port that the workloads do not have. */
final class PortNotOfWorkload extends Check<PeerAuthentication> {

  PortNotOfWorkload() {
    super(
        Subject.of(PeerAuthentication.KIND),
        CheckInfo.error("MTLS-PORT-NOT-OF-WORKLOAD", "A port-level mode is for no port")
            .meaning(
                "A key of portLevelMtls is none of the ports of the workloads that the policy"
                    + " selects: their containers do not name it, and no Service leads to it. The"
                    + " key is the port of the workload, not that of its Service. It is a warning"
                    + " where no Service has the port either, as containers need not name theirs.")
            .why(
                "The entry has no effect: the port that was meant keeps the mode of the workload,"
                    + " open where it should be closed or closed where it should be open.")
            .fix("Write the targetPort of the Service, which is the port of the container")
            .needs(Need.WORKLOADS, Need.SERVICES));
  }

  @Override
  public void check(PeerAuthentication policy, MeshView mesh, Report report) {
    Set<Long> ports = ports(policy, mesh);
    for (String key : policy.portLevelMtls().keySet()) {
      if (isOfNone(key, ports)) {
        Draft draft =
            report
                .add(
                    "spec.portLevelMtls." + key,
                    "No workload that the policy selects has the port "
                        + key
                        + "; they have "
                        + ports
                        + ".")
                .severity(Severity.WARNING);
        meant(policy, Long.parseLong(key), mesh, draft);
      }
    }
  }

  /** True if it is found at the entry of this key. */
  static boolean isFound(PeerAuthentication policy, String key, MeshView mesh) {
    return mesh.knows(Need.WORKLOADS)
        && mesh.knows(Need.SERVICES)
        && isOfNone(key, ports(policy, mesh));
  }

  private static boolean isOfNone(String key, Set<Long> ports) {
    boolean isNumber =
        !key.isEmpty() && key.length() <= 5 && key.chars().allMatch(Character::isDigit);
    return isNumber && !ports.isEmpty() && !ports.contains(Long.valueOf(key));
  }

  // None where every workload is meant.
  private static Set<Long> ports(PeerAuthentication policy, MeshView mesh) {
    Set<Long> ports = new TreeSet<>();
    if (policy.portLevelMtls().isEmpty() || Policies.isForAll(policy)) {
      return ports;
    }
    for (Workload workload : mesh.policies().workloads(policy)) {
      workload.ports().forEach(port -> ports.add((long) port.port()));
      for (MeshService service : mesh.workloads().servicesOf(workload)) {
        service.ports().forEach(port -> ports.add(port.target(workload)));
      }
    }
    return ports;
  }

  private static void meant(PeerAuthentication policy, long number, MeshView mesh, Draft draft) {
    for (Workload workload : mesh.policies().workloads(policy)) {
      for (MeshService service : mesh.workloads().servicesOf(workload)) {
        Optional<MeshPort> port = service.port(number);
        if (port.isPresent()) {
          long target = port.get().target(workload);
          draft
              .severity(Severity.ERROR)
              .hint("Write " + target + ": to it leads port " + number + " of " + service.host())
              .repair(
                  "Write " + target,
                  change -> change.rename("spec.portLevelMtls." + number, String.valueOf(target)))
              .changing("the mode holds for connections to port " + target);
          return;
        }
      }
    }
  }
}
