package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.Optional;

/** A VirtualService of another namespace takes every host of a gateway. */
final class HostForAll extends Check<VirtualService> {

  HostForAll() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning("GW-HOST-TAKEOVER", "Another namespace takes all hosts of a gateway")
            .meaning(
                "A VirtualService with the host * is bound to a Gateway of another namespace, of"
                    + " which a server has the host * and is for all namespaces.")
            .why(
                "Requests for every host that no other VirtualService has go where this namespace"
                    + " says, with the users' cookies and tokens.")
            .fix("Name the hosts, or let the server be for one namespace (NAMESPACE/HOST)")
            .confidence(Confidence.POLICY)
            .needs(Need.GATEWAYS));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    int star = service.hosts().indexOf("*");
    if (star < 0) {
      return;
    }
    String namespace = Names.namespace(service);
    for (String name : VirtualServices.gateways(service)) {
      Optional<Gateway> gateway = mesh.find(Gateway.KIND, name);
      if (gateway.isPresent()
          && !Names.namespace(gateway.get()).equals(namespace)
          && gateway.get().servers().stream()
              .anyMatch(server -> server.hosts().contains("*") || server.hosts().contains("*/*"))) {
        report
            .add(
                "spec.hosts[" + star + "]",
                "The namespace " + namespace + " takes every host of Gateway " + name + ".")
            .related(gateway.get(), "spec.servers", "is for all hosts and namespaces")
            .witness(
                Witness.request(
                    "GET", "any.example.com", "/", "goes where " + namespace + " says"));
        return;
      }
    }
  }
}
