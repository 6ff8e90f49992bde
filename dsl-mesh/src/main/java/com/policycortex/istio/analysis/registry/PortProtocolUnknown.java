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
import java.util.Map;
import java.util.Optional;

/** The protocol of a Service's port is not declared. */
final class PortProtocolUnknown extends Check<Service> {

  private static final String MANAGED = "gateway.istio.io/managed";

  PortProtocolUnknown() {
    super(
        Subject.of(Service.KIND),
        CheckInfo.info("SVC-PORT-NAME-PROTOCOL", "A Service does not say what its port speaks")
            .meaning(
                "A TCP port of a Service has no appProtocol, and its name does not begin with a"
                    + " protocol that Istio knows (http, http2, grpc, tls, tcp, mongo, redis, mysql,"
                    + " …, followed by a hyphen or nothing).")
            .why(
                "Proxies look at the first bytes of each connection to find out. Protocols in which"
                    + " the server speaks first wait for a timeout, and HTTP features such as"
                    + " routes, retries and rules about paths may not apply.")
            .fix("Set appProtocol, or name the port http, http-web, tcp-db, …")
            .codes("IST0118", "KIA0601", "KIA0602"));
  }

  @Override
  public void check(Service service, MeshView mesh, Report report) {
    Map<String, String> labels = service.metadata().labels();
    if (labels.containsKey("istio")
        || "istio".equals(labels.get("release"))
        || labels.containsKey(MANAGED)
        || service.type().equals(Optional.of(ServiceType.ExternalName))) {
      return;
    }
    List<MeshPort> ports = Services.of(service).get(0).ports();
    for (int i = 0; i < ports.size(); i++) {
      if (ports.get(i).protocol() == Protocol.AUTO) {
        report.add(
            "spec.ports[" + i + "]",
            "The protocol of port "
                + ports.get(i)
                + " is not declared: proxies guess it from the first bytes.");
      }
    }
  }
}
