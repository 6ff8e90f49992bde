package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Precedence;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;

/** Sidecars take all rules of a host from one VirtualService. */
final class MeshHostConflict extends Check<VirtualService> {

  private static final String EVERYBODY = "*";

  MeshHostConflict() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.error("VS-MESH-HOST-CONFLICT", "Two VirtualServices of sidecars share a host")
            .meaning(
                "Another VirtualService that sidecars apply has the same host, is seen by the same"
                    + " namespaces, and comes first. Sidecars take all rules for a host from one"
                    + " VirtualService: the namespace's own private ones first, then those exported"
                    + " to it by name, then public ones; each time the oldest, then the first by"
                    + " name. Gateways, in contrast, join the rules.")
            .why("The rules of this VirtualService for the host are never applied.")
            .fix("Move the rules into one VirtualService, or narrow exportTo")
            .codes("IST0109", "KIA1106"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    if (!VirtualServices.isForSidecars(service)) {
      return;
    }
    List<String> hosts = VirtualServices.hosts(service);
    for (int i = 0; i < hosts.size(); i++) {
      String path = "spec.hosts[" + i + "]";
      for (VirtualService other : mesh.virtualServices().withHost(hosts.get(i))) {
        if (other != service
            && VirtualServices.isForSidecars(other)
            && beats(other, service, mesh, path, report)) {
          break;
        }
      }
    }
  }

  private static boolean beats(
      VirtualService other, VirtualService service, MeshView mesh, String path, Report report) {
    List<String> theirs = mesh.virtualServices().exportTo(other);
    List<String> ours = mesh.virtualServices().exportTo(service);
    if (theirs.contains("~") || ours.contains("~")) {
      return false;
    }
    boolean weArePublic = ours.contains(EVERYBODY);
    boolean theyArePublic = theirs.contains(EVERYBODY);
    if (theyArePublic && !weArePublic) {
      return false; // where this one is seen, it comes first
    }
    if (weArePublic && !theyArePublic) {
      report
          .add(
              path,
              "In "
                  + String.join(", ", theirs)
                  + " the rules of "
                  + other.resourceId()
                  + " apply to this host instead: what is exported to a namespace by name comes"
                  + " before what is public")
          .severity(Severity.WARNING)
          .related(other, "spec.exportTo", "comes first there");
      return true;
    }
    boolean common = weArePublic || theirs.stream().anyMatch(ours::contains);
    if (!common || Precedence.ORDER.compare(other, service) > 0) {
      return false;
    }
    report
        .add(
            path,
            "Sidecars take the rules for this host from "
                + other.resourceId()
                + " ("
                + Precedence.reason(other, service)
                + "); those of "
                + Names.qualified(service)
                + " are never applied to it")
        .related(other, "spec.hosts", "has the same host and comes first");
    return true;
  }
}
