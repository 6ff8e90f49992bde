package com.policycortex.istio.analysis.mutualtls;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.security.PeerAuthentication;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A port-level mode names a port that the workloads do not have. */
final class PortNotOfWorkload extends Check<PeerAuthentication> {

  PortNotOfWorkload() {
    super(
        Subject.of(PeerAuthentication.KIND),
        CheckInfo.error("MTLS-PORT-NOT-OF-WORKLOAD", "A port-level mode is for no port")
            .meaning(
                "A key of portLevelMtls is none of the ports of the workloads that the policy"
                    + " selects: their containers do not name it, and no Service leads to it. The"
                    + " key is the port of the workload, not that of its Service.")
            .why(
                "The entry has no effect: the port that was meant keeps the mode of the workload,"
                    + " open where it should be closed or closed where it should be open.")
            .fix("Write the targetPort of the Service, which is the port of the container")
            .needs(Need.WORKLOADS, Need.SERVICES));
  }

  @Override
  public void check(PeerAuthentication policy, MeshView mesh, Report report) {
    if (policy.portLevelMtls().isEmpty() || Policies.isForAll(policy)) {
      return;
    }
    Set<Long> ports = new HashSet<>();
    for (Workload workload : mesh.policies().workloads(policy)) {
      workload.ports().forEach(port -> ports.add((long) port.port()));
      for (MeshService service : mesh.workloads().servicesOf(workload)) {
        service.ports().forEach(port -> ports.add(port.target(workload)));
      }
    }
    if (ports.isEmpty()) {
      return;
    }
    for (String key : policy.portLevelMtls().keySet()) {
      Long number = number(key);
      if (number != null && !ports.contains(number)) {
        Draft draft =
            report.add(
                "spec.portLevelMtls." + key,
                "No workload that the policy selects has the port "
                    + key
                    + "; they have "
                    + new TreeSet<>(ports)
                    + ".");
        meant(policy, number, mesh, draft);
      }
    }
  }

  private static @Nullable Long number(String key) {
    return key.length() <= 5 && key.chars().allMatch(Character::isDigit) && !key.isEmpty()
        ? Long.valueOf(key)
        : null;
  }

  private static void meant(PeerAuthentication policy, long number, MeshView mesh, Draft draft) {
    for (Workload workload : mesh.policies().workloads(policy)) {
      for (MeshService service : mesh.workloads().servicesOf(workload)) {
        Optional<MeshPort> port = service.port(number);
        if (port.isPresent()) {
          long target = port.get().target(workload);
          draft
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
