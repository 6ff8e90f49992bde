package com.policycortex.istio.analysis.reachability;

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
import com.policycortex.istio.model.networking.ClientTlsMode;
import com.policycortex.istio.model.networking.ClientTlsSettings;
import com.policycortex.istio.model.networking.TrafficPolicy;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules are of a kind that proxies do not ask on any port of the host. */
final class RuleKindNotOfPort extends Check<VirtualService> {

  private static final long HTTP_PORT = 80;

  RuleKindNotOfPort() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.error(
                "VS-RULE-KIND-NOT-OF-PORT", "Rules are for another protocol than the ports have")
            .meaning(
                "The VirtualService is for the mesh, and no port of the Service or ServiceEntry"
                    + " with its host is of the protocol of its rules; or a match is for a port of"
                    + " another protocol. Proxies ask http rules on ports that are declared as"
                    + " HTTP, HTTP2, gRPC or not at all, tls rules on those declared as TLS or"
                    + " HTTPS, and tcp rules on all but these. A port of a Service is declared by"
                    + " its appProtocol, else by its name up to the first hyphen, a port of a"
                    + " ServiceEntry by its protocol. It is a warning where gateways ask the rules"
                    + " as well, and for a host outside the mesh without a port 80, for calls to"
                    + " which http rules are asked all the same.")
            .why(
                "The proxy carries the connection to the host and asks none of the rules: no"
                    + " weights, no timeouts, no retries, no faults.")
            .fix("Declare the port as what it carries, or write rules for that")
            .needs(Need.SERVICES));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    if (VirtualServices.isForSidecars(service)) {
      for (RuleKind kind : RuleKind.all()) {
        if (kind.isForMesh(service)) {
          check(service, kind, mesh, report);
        }
      }
    }
  }

  private static void check(VirtualService service, RuleKind kind, MeshView mesh, Report report) {
    List<String> hosts = VirtualServices.hosts(service);
    List<MeshPort> all = new ArrayList<>();
    boolean known = true;
    boolean asked = false;
    for (int i = 0; i < hosts.size(); i++) {
      List<MeshService> of = mesh.services().withHost(hosts.get(i));
      if (!arePortsKnown(of)) {
        known = false;
        continue;
      }
      List<MeshPort> ports = ports(of);
      if (isAskedOnAny(kind, ports)) {
        asked = true;
      } else {
        String path = hosts.size() == 1 ? "spec." + kind.field() : "spec.hosts[" + i + "]";
        host(service, kind, path, of.get(0), ports, mesh, report);
      }
      all.addAll(ports);
    }
    if (known && asked) {
      matches(service, kind, all, report);
    }
  }

  // An alias has the ports of another host, and one without ports may have some elsewhere.
  private static boolean arePortsKnown(List<MeshService> services) {
    for (MeshService one : services) {
      if (one.isExternalName() || one.isWildcard() || one.ports().isEmpty()) {
        return false;
      }
    }
    return !services.isEmpty();
  }

  private static List<MeshPort> ports(List<MeshService> services) {
    return services.size() == 1
        ? services.get(0).ports()
        : services.stream().flatMap(one -> one.ports().stream()).toList();
  }

  private static boolean isAskedOnAny(RuleKind kind, List<MeshPort> ports) {
    for (MeshPort port : ports) {
      if (kind.isAskedOn(port)) {
        return true;
      }
    }
    return false;
  }

  private static void host(
      VirtualService service,
      RuleKind kind,
      String path,
      MeshService of,
      List<MeshPort> ports,
      MeshView mesh,
      Report report) {
    boolean maybeByPort80 =
        kind == RuleKind.HTTP
            && !of.isKubernetes()
            && ports.stream().noneMatch(port -> port.number() == HTTP_PORT);
    if (maybeByPort80 && (isForPort80(service) || originatesTls(of, mesh))) {
      return;
    }
    boolean meshAlone = VirtualServices.isForSidecarsAlone(service);
    Draft draft =
        report
            .add(
                path,
                of.host()
                    + " has no port for "
                    + kind.protocol()
                    + ", only "
                    + declared(ports)
                    + ": in the mesh its connections go past all "
                    + kind.field()
                    + " rules")
            .severity(meshAlone && !maybeByPort80 ? Severity.ERROR : Severity.WARNING)
            .related(of.manifest(), place(of, ports.get(0)), "is for " + ports.get(0).protocol());
    PortDeclaration.hint(kind, of, ports).ifPresent(draft::hint);
    if (kind == RuleKind.HTTP) {
      draft.witness(
          () -> RuleRequests.taken(service, 0, "goes to the host, and no rule is asked", mesh));
    }
  }

  private static void matches(
      VirtualService service, RuleKind kind, List<MeshPort> ports, Report report) {
    for (CommonMatch match : CommonMatch.forMeshAlone(service)) {
      if (kind.isOf(match) && match.port().isPresent()) {
        long number = match.port().get();
        List<MeshPort> of = ports.stream().filter(port -> port.number() == number).toList();
        if (!of.isEmpty() && of.stream().noneMatch(kind::isAskedOn)) {
          report
              .add(
                  match.path() + ".port",
                  "Port "
                      + declared(of)
                      + " is not for "
                      + kind.protocol()
                      + ", so no "
                      + kind.field()
                      + " rule is asked there: the match never holds")
              .at(match.match());
        }
      }
    }
  }

  // For calls to port 80 of a host that has no such port the rules are asked after all, where
  // another host has one for HTTP.
  private static boolean isForPort80(VirtualService service) {
    return CommonMatch.all(service).stream()
        .anyMatch(
            match -> RuleKind.HTTP.isOf(match) && match.port().equals(Optional.of(HTTP_PORT)));
  }

  // Then the rules are for plain calls, that lead to the port for TLS.
  private static boolean originatesTls(MeshService of, MeshView mesh) {
    return mesh.destinationRules().withHost(of.host()).stream()
        .flatMap(rule -> rule.trafficPolicy().stream())
        .flatMap(RuleKindNotOfPort::tls)
        .map(ClientTlsSettings::mode)
        .flatMap(Optional::stream)
        .anyMatch(mode -> mode == ClientTlsMode.SIMPLE || mode == ClientTlsMode.MUTUAL);
  }

  private static Stream<ClientTlsSettings> tls(TrafficPolicy policy) {
    return Stream.concat(
        policy.tls().stream(),
        policy.portLevelSettings().stream().flatMap(port -> port.tls().stream()));
  }

  private static String place(MeshService of, MeshPort port) {
    int index = of.ports().indexOf(port);
    return index < 0 ? "spec.ports" : "spec.ports[" + index + "]";
  }

  private static String declared(List<MeshPort> ports) {
    return ports.stream()
        .map(port -> port + " (" + port.protocol() + ")")
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
