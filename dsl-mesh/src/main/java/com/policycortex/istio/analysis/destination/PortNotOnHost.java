package com.policycortex.istio.analysis.destination;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.DestinationRules;
import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.kubernetes.IntOrString;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.PortTrafficPolicy;
import com.policycortex.istio.model.networking.TrafficPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Settings are for a port that the host does not have. */
final class PortNotOnHost extends Check<DestinationRule> {

  PortNotOnHost() {
    super(
        Subject.of(DestinationRule.KIND),
        CheckInfo.warning("DR-PORT-NOT-ON-HOST", "Settings are for a port that is not there")
            .meaning(
                "portLevelSettings names a port by a number that no Service or ServiceEntry of the"
                    + " host has. The number is the one that clients use, not that of the"
                    + " workload.")
            .why("The settings, TLS or a limit among them, are for no traffic at all.")
            .fix("Write the number of a port that the host has")
            .needs(Need.SERVICES));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    boolean settles = rule.trafficPolicy().isPresent() || !rule.subsets().isEmpty();
    List<MeshService> services =
        settles ? mesh.services().withHost(DestinationRules.host(rule)) : List.of();
    boolean known =
        !services.isEmpty()
            && services.stream()
                .noneMatch(
                    service ->
                        service.isWildcard()
                            || service.isExternalName()
                            || service.ports().isEmpty());
    if (!known) {
      return;
    }
    rule.trafficPolicy().ifPresent(it -> check(it, "spec.trafficPolicy", services, report));
    for (int i = 0; i < rule.subsets().size(); i++) {
      String path = "spec.subsets[" + i + "].trafficPolicy";
      rule.subsets().get(i).trafficPolicy().ifPresent(it -> check(it, path, services, report));
    }
  }

  private static void check(
      TrafficPolicy policy, String path, List<MeshService> services, Report report) {
    for (int i = 0; i < policy.portLevelSettings().size(); i++) {
      PortTrafficPolicy settings = policy.portLevelSettings().get(i);
      Optional<Long> number = settings.port().flatMap(port -> port.number());
      if (number.isPresent()
          && services.stream().allMatch(service -> service.port(number.get()).isEmpty())) {
        report
            .add(
                path + ".portLevelSettings[" + i + "].port.number",
                services.get(0).host()
                    + " has no port "
                    + number.get()
                    + ": these settings are for nothing.")
            .at(settings)
            .related(services.get(0).manifest(), "spec.ports", "has the ports of the host")
            .hint(hint(number.get(), services));
      }
    }
  }

  private static String hint(long number, List<MeshService> services) {
    return services.stream()
        .flatMap(service -> service.ports().stream())
        .filter(port -> leadsTo(port, number))
        .findFirst()
        .map(port -> "Write " + port.number() + ", the port that leads to " + number)
        .orElseGet(
            () ->
                "Write the number of a port of the host: "
                    + services.get(0).ports().stream()
                        .map(MeshPort::toString)
                        .collect(Collectors.joining(", ")));
  }

  private static boolean leadsTo(MeshPort port, long number) {
    return port.targetPort()
        .filter(target -> target instanceof IntOrString.PortNumber it && it.value() == number)
        .isPresent();
  }
}
