package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Precedence;
import com.policycortex.istio.mesh.Services;
import com.policycortex.istio.model.networking.ServiceEntry;
import java.util.Optional;

/** Two ServiceEntries define the same host and port. */
final class EntryTwice extends Check<ServiceEntry> {

  EntryTwice() {
    super(
        Subject.of(ServiceEntry.KIND),
        CheckInfo.warning(
                "SE-HOST-PORT-DUPLICATE", "Two ServiceEntries have the same host and port")
            .meaning(
                "Another ServiceEntry, which a common namespace sees, has the same host and port. Of"
                    + " different protocols that is an error: the host has one of them only.")
            .why("Which endpoints, protocol and TLS settings hold depends on which is older.")
            .fix("Define a host and port in one ServiceEntry")
            .codes("IST0177", "KIA1211", "KIA1212"));
  }

  @Override
  public void check(ServiceEntry entry, MeshView mesh, Report report) {
    for (MeshService mine : Services.of(entry)) {
      for (MeshService other : mesh.services().withHost(mine.host())) {
        if (other.manifest() == entry) {
          break; // those behind it report it themselves
        }
        if (other.isKubernetes() || !seenTogether(mine, other)) {
          continue;
        }
        Optional<MeshPort> same =
            mine.ports().stream().filter(port -> other.port(port.number()).isPresent()).findFirst();
        if (same.isPresent()) {
          MeshPort theirs = other.port(same.get().number()).orElseThrow();
          boolean differ = theirs.protocol() != same.get().protocol();
          report
              .add(
                  "spec.hosts[" + entry.hosts().indexOf(mine.host()) + "]",
                  mine.host()
                      + ":"
                      + same.get().number()
                      + " is defined by "
                      + other.manifest().resourceId()
                      + " too"
                      + (differ
                          ? ", as " + theirs.protocol() + " and not " + same.get().protocol()
                          : "")
                      + ".")
              .severity(differ ? Severity.ERROR : Severity.WARNING)
              .related(other.manifest(), "spec.hosts", Precedence.reason(other.manifest(), entry));
          return;
        }
      }
    }
  }

  private static boolean seenTogether(MeshService one, MeshService other) {
    return one.exportTo().isEmpty()
        || other.exportTo().isEmpty()
        || one.exportTo().contains("*")
        || other.exportTo().contains("*")
        || one.exportTo().stream().anyMatch(other.exportTo()::contains);
  }
}
