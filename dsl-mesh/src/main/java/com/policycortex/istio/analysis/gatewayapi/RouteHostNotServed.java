package com.policycortex.istio.analysis.gatewayapi;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.ApiRoute;
import com.policycortex.istio.mesh.GatewayApi;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.RouteAttachment;
import com.policycortex.istio.mesh.RouteAttachment.Refusal;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.validation.Hosts;
import java.util.List;
import java.util.Optional;

/** No listener has a host of a route. */
final class RouteHostNotServed extends Check<RawManifest> {

  RouteHostNotServed() {
    super(
        Subject.raw(GatewayApi.GROUP, ApiRoute.KINDS),
        CheckInfo.error("GWAPI-ROUTE-HOST-NOT-SERVED", "No listener has the hosts of a route")
            .meaning(
                "The listeners that a route names, and that take its kind and namespace, have host"
                    + " names, and none of them overlaps a host name of the route. Where the"
                    + " listeners of all its Gateways have some of its hosts and not the others,"
                    + " those are told, as a warning.")
            .why("The route is accepted by the API server and serves nothing: 404.")
            .fix("Add the host to a listener, or attach the route to the listener that has it")
            .needs(Need.API_GATEWAYS));
  }

  @Override
  public void check(RawManifest manifest, MeshView mesh, Report report) {
    List<String> hosts = new ApiRoute(manifest).hostnames();
    if (hosts.isEmpty() || new ApiRoute(manifest).parents().isEmpty()) {
      return;
    }
    List<RouteAttachment> attachments = mesh.gatewayApi().attachments(manifest);
    for (RouteAttachment attachment : attachments) {
      if (attachment.refusal().equals(Optional.of(Refusal.LISTENER_HOST))) {
        report
            .add(
                "spec.hostnames",
                "No listener"
                    + attachment.route().named(attachment.reference())
                    + " of Gateway "
                    + attachment.reference().qualifiedName()
                    + " has one of "
                    + hosts
                    + ".")
            .related(attachment.parent().orElseThrow(), "spec.listeners", "has other hosts")
            .witness(witness(hosts.get(0)));
      }
    }
    // Where a parent is missing, or of another controller, it may be the one that has the host.
    boolean all =
        !attachments.isEmpty()
            && attachments.size() == new ApiRoute(manifest).parents().size()
            && attachments.stream().allMatch(it -> it.isAttached() && !it.isOfMesh());
    for (int i = 0; all && i < hosts.size(); i++) {
      hostOfNobody(hosts.get(i), "spec.hostnames[" + i + "]", attachments, report);
    }
  }

  private static void hostOfNobody(
      String host, String path, List<RouteAttachment> attachments, Report report) {
    boolean served =
        attachments.stream()
            .flatMap(attachment -> attachment.listeners().stream())
            .anyMatch(it -> it.hostname().isEmpty() || Hosts.overlap(host, it.hostname()));
    if (!served) {
      report
          .add(path, "No listener that takes the route has the host " + host + ".")
          .severity(Severity.WARNING)
          .related(attachments.get(0).parent().orElseThrow(), "spec.listeners", "has other hosts")
          .witness(witness(host));
    }
  }

  private static Witness witness(String host) {
    return Witness.request("GET", host.replace("*", "a"), "/", "gets 404");
  }
}
