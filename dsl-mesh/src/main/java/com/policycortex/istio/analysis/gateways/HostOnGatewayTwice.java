package com.policycortex.istio.analysis.gateways;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Precedence;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Two VirtualServices have the same host on the same gateway. */
final class HostOnGatewayTwice extends Check<VirtualService> {

  HostOnGatewayTwice() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning("VS-GATEWAY-HOST-CONFLICT", "Two VirtualServices share a gateway's host")
            .meaning(
                "Another VirtualService is bound to the same Gateway with the same host. Their"
                    + " rules are joined, those of the older first. Of the same namespace that is"
                    + " fine as long as each has conditions of its own and the order does not"
                    + " matter; of another namespace it lets one team take the requests of another.")
            .why(
                "Whose rules come first depends on which was created first; a rule without"
                    + " conditions in the first makes the second void.")
            .fix(
                "Put all rules of a host into one VirtualService, with delegates for the parts; let"
                    + " the server's hosts name the namespace that may use them")
            .codes("KIA1106"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    Set<String> gateways = new HashSet<>(VirtualServices.gateways(service));
    gateways.remove(Names.MESH);
    if (gateways.isEmpty()) {
      return;
    }
    List<String> hosts = VirtualServices.hosts(service);
    for (int i = 0; i < hosts.size(); i++) {
      for (VirtualService other : mesh.virtualServices().withHost(hosts.get(i))) {
        if (other == service) {
          break; // those behind it report it themselves
        }
        boolean foreign = !Names.namespace(other).equals(Names.namespace(service));
        boolean shared = VirtualServices.gateways(other).stream().anyMatch(gateways::contains);
        if (shared && (foreign || takesAll(other) || takesAll(service))) {
          report
              .add(
                  "spec.hosts[" + i + "]",
                  hosts.get(i)
                      + " is routed by VirtualService "
                      + Names.qualified(other)
                      + " on the same gateway"
                      + (foreign ? ", of another namespace" : "")
                      + ", whose rules come first.")
              .related(other, "spec.hosts", "comes first: " + Precedence.reason(other, service));
          break;
        }
      }
    }
  }

  private static boolean takesAll(VirtualService service) {
    return service.http().stream().anyMatch(rule -> rule.match().isEmpty());
  }
}
