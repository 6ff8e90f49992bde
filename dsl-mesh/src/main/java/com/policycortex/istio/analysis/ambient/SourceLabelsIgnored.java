package com.policycortex.istio.analysis.ambient;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
import java.util.Optional;

/** A waypoint drops matches by the labels of the caller. */
final class SourceLabelsIgnored extends Check<VirtualService> {

  SourceLabelsIgnored() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning(
                "AMBIENT-SOURCE-LABELS", "A waypoint drops a match by the caller's labels")
            .meaning(
                "A match with sourceLabels is in a VirtualService for a Service that uses a"
                    + " waypoint. A waypoint does not know the labels of who calls, and leaves such"
                    + " a match out.")
            .why("The rule takes no request at the waypoint: the next one that fits does.")
            .fix("Tell callers apart by a header, or by the namespace of their waypoint")
            .needs(Need.SERVICES));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    if (!VirtualServices.isForSidecars(service)) {
      return;
    }
    for (int i = 0; i < service.http().size(); i++) {
      List<HttpMatchRequest> matches = service.http().get(i).match();
      for (int j = 0; j < matches.size(); j++) {
        if (!matches.get(j).sourceLabels().isEmpty()) {
          String path = "spec.http[" + i + "].match[" + j + "].sourceLabels";
          report(service, path, service.http().get(i), mesh, report);
        }
      }
    }
  }

  private static void report(
      VirtualService service, String path, HttpRoute rule, MeshView mesh, Report report) {
    for (String host : VirtualServices.hosts(service)) {
      for (MeshService target : mesh.services().withHost(host)) {
        Optional<String> waypoint = Ambient.waypoint(target, mesh);
        if (waypoint.isPresent()) {
          report
              .add(path, "The waypoint " + waypoint.get() + " leaves this match out.")
              .at(rule)
              .related(target.manifest(), "metadata.labels", "uses the waypoint");
          return;
        }
      }
    }
  }
}
