package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.networking.ServiceEntry;
import java.util.Optional;

/** A ServiceEntry takes the host of a Kubernetes Service. */
final class EntryShadowsService extends Check<ServiceEntry> {

  EntryShadowsService() {
    super(
        Subject.of(ServiceEntry.KIND),
        CheckInfo.error("SE-SHADOWS-SERVICE", "A ServiceEntry has the host of a Service")
            .meaning(
                "A host of the ServiceEntry is that of a Kubernetes Service, and the two do not say"
                    + " the same of its ports, or the entry has endpoints of its own.")
            .why(
                "Proxies in namespaces that see both use one definition or mix the two: requests for"
                    + " the Service may leave the cluster, or fail.")
            .fix("Use another host, or remove the ServiceEntry")
            .needs(Need.SERVICES));
  }

  @Override
  public void check(ServiceEntry entry, MeshView mesh, Report report) {
    for (int i = 0; i < entry.hosts().size(); i++) {
      Optional<MeshService> found = mesh.services().kubernetes(entry.hosts().get(i));
      if (found.isPresent()) {
        MeshService other = found.get();
        boolean own =
            !entry.endpoints().isEmpty()
                || entry.workloadSelector().isPresent()
                || entry.ports().stream().anyMatch(port -> other.port(port.number()).isEmpty());
        if (own) {
          report
              .add(
                  "spec.hosts[" + i + "]",
                  entry.hosts().get(i) + " is the host of " + other.manifest().resourceId() + ".")
              .related(other.manifest(), "", "has the host");
          return;
        }
      }
    }
  }
}
