package com.policycortex.istio.analysis.reachability;

import static java.util.stream.Collectors.toCollection;

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

  // Of a host without such a port http rules are asked there all the same, where another has it.
  private static final long HTTP_PORT = 80;

  MatchPortMissing() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning("VS-MATCH-PORT-MISSING", "A match is for a port that no host has")
            .meaning(
                "The port of a match that holds in the mesh only is that of no service with one of"
                    + " the hosts, and of no egress listener of a Sidecar. It is the port that the"
                    + " client calls, which is a Service's port, not its targetPort. It is a hint"
                    + " for http rules and port 80: they are asked there for every host, if some"
                    + " host has that port for HTTP.")
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
    List<MeshPort> ports =
        called.get().stream().flatMap(one -> one.ports().stream()).distinct().toList();
    Set<Long> numbers = ports.stream().map(MeshPort::number).collect(toCollection(TreeSet::new));
    for (CommonMatch match : matches) {
      long port = match.port().orElse(0L);
      if (!numbers.isEmpty() && !numbers.contains(port) && !isOfListener(port, mesh)) {
        boolean holds = port == HTTP_PORT && RuleKind.HTTP.isOf(match);
        Draft draft =
            report
                .add(
                    match.path() + ".port",
                    "No service of the hosts has the port "
                        + port
                        + ", only "
                        + numbers
                        + (holds
                            ? ": the match holds for calls to port 80 only, which has no Service"
                            : ": the match never holds"))
                .at(match.match())
                .related(called.get().get(0).manifest(), "spec.ports", "has the ports");
        if (holds) {
          draft.severity(Severity.INFO);
        }
        hint(match, ports, draft);
      }
    }
  }

  // Only one on which rules of the kind are asked can have been meant.
  private static void hint(CommonMatch match, List<MeshPort> ports, Draft draft) {
    for (RuleKind kind : RuleKind.values()) {
      if (kind.isOf(match)) {
        Set<Long> asked =
            ports.stream()
                .filter(kind::isAskedOn)
                .map(MeshPort::number)
                .collect(toCollection(TreeSet::new));
        if (asked.size() == 1) {
          draft.hint("Write " + asked.iterator().next() + ", or leave the port out of the match");
        } else if (asked.isEmpty()) {
          draft.hint(
              "Write the rule for another protocol: no port of the hosts is for "
                  + kind.protocol());
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
