package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Protocol;
import com.policycortex.istio.mesh.Services;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.kubernetes.ServiceType;
import java.util.List;
import java.util.Optional;

/** A Service of type ExternalName forwards bytes. */
final class ExternalNamePort extends Check<Service> {

  ExternalNamePort() {
    super(
        Subject.of(Service.KIND),
        CheckInfo.warning("SVC-EXTERNALNAME-PORT-NAME", "An alias of another host forwards bytes")
            .meaning(
                "A Service of type ExternalName has a port that is TCP, or of no declared protocol.")
            .why(
                "Proxies open a listener for all addresses on that port, and it takes the traffic"
                    + " of every other service with the same port.")
            .fix("Name the port http, tls, … or use a ServiceEntry")
            .codes("IST0150"));
  }

  @Override
  public void check(Service service, MeshView mesh, Report report) {
    if (!service.type().equals(Optional.of(ServiceType.ExternalName))) {
      return;
    }
    List<MeshPort> ports = Services.of(service).get(0).ports();
    for (int i = 0; i < ports.size(); i++) {
      Protocol protocol = ports.get(i).protocol();
      if (protocol == Protocol.AUTO || protocol.isTcp()) {
        report.add(
            "spec.ports[" + i + "]",
            "Port "
                + ports.get(i)
                + " is bytes to proxies, so its listener takes all traffic of that port.");
      }
    }
  }
}
