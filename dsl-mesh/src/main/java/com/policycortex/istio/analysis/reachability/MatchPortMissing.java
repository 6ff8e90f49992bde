package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.networking.Sidecar;
import com.policycortex.istio.model.networking.SidecarPort;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A match asks for a port that no service of the hosts has. */
final class MatchPortMissing extends Check<VirtualService> {

  MatchPortMissing() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning("VS-MATCH-PORT-MISSING", "A match is for a port that no host has")
            .meaning(
                "The port of a match that holds in the mesh only is that of no service with one of"
                    + " the hosts, and of no egress listener of a Sidecar. It is the port that the"
                    + " client calls, which is a Service's port, not its targetPort.")
            .why("The match never holds: its requests go to a later rule, or get 404.")
            .fix("Write a port of the service, or leave the port out of the match")
            .needs(Need.SERVICES));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    List<CommonMatch> matches =
        CommonMatch.forMeshAlone(service).stream().filter(one -> one.port().isPresent()).toList();
    Optional<List<MeshService>> called =
        matches.isEmpty() ? Optional.empty() : called(service, mesh);
    if (called.isEmpty()) {
      return;
    }
    Set<Long> ports = new TreeSet<>();
    for (MeshService one : called.get()) {
      one.ports().stream().map(MeshPort::number).forEach(ports::add);
    }
    for (CommonMatch match : matches) {
      long port = match.port().orElse(0L);
      if (!ports.isEmpty() && !ports.contains(port) && !isOfListener(port, mesh)) {
        Draft draft =
            report
                .add(
                    match.path() + ".port",
                    "No service of the hosts has the port "
                        + port
                        + ", only "
                        + ports
                        + ": the match never holds")
                .at(match.match())
                .related(called.get().get(0).manifest(), "spec.ports", "has the ports");
        if (ports.size() == 1) {
          draft.hint("Write " + ports.iterator().next() + ", or leave the port out of the match");
        }
      }
    }
  }

  // Empty where it is not plain which services they are: a host without one is on port 80.
  private static Optional<List<MeshService>> called(VirtualService service, MeshView mesh) {
    List<MeshService> called = new ArrayList<>();
    for (String host : VirtualServices.hosts(service)) {
      List<MeshService> of = mesh.services().withHost(host);
      if (of.isEmpty() || host.contains("*")) {
        return Optional.empty();
      }
      called.addAll(of);
    }
    return Optional.of(called);
  }

  private static boolean isOfListener(long port, MeshView mesh) {
    return mesh.all(Sidecar.KIND).stream()
        .flatMap(sidecar -> sidecar.egress().stream())
        .flatMap(listener -> listener.port().flatMap(SidecarPort::number).stream())
        .anyMatch(number -> number == port);
  }
}
