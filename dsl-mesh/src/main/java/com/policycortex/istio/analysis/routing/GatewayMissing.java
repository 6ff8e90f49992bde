package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.GivenNames;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;

/** A VirtualService is bound to a gateway that does not exist. */
final class GatewayMissing extends Check<VirtualService> {

  private static final String GATEWAY_API = "gateway.networking.k8s.io";

  GatewayMissing() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.error("REF-GATEWAY-MISSING", "A VirtualService names a gateway that is not there")
            .meaning(
                "A name in spec.gateways, or in the gateways of a match, is that of no Gateway. A"
                    + " name without a namespace means one in the VirtualService's own. It is an"
                    + " error where the Gateway would be among the manifests: others of its"
                    + " namespace are, or one of its name in another namespace and manifests of"
                    + " its own. Else it is a warning, and a hint where there is no Gateway at"
                    + " all.")
            .why("No gateway serves the hosts: requests from outside are answered with 404.")
            .fix("Name a Gateway, as namespace/name if it is in another namespace")
            .codes("IST0101", "IST0132", "KIA1102"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    String namespace = Names.namespace(service);
    check(service.gateways(), "spec.gateways", namespace, mesh, report);
    for (int i = 0; i < service.http().size(); i++) {
      HttpRoute rule = service.http().get(i);
      for (int j = 0; j < rule.match().size(); j++) {
        String path = "spec.http[" + i + "].match[" + j + "].gateways";
        check(rule.match().get(j).gateways(), path, namespace, mesh, report);
      }
    }
    for (int i = 0; i < service.tls().size(); i++) {
      for (int j = 0; j < service.tls().get(i).match().size(); j++) {
        String path = "spec.tls[" + i + "].match[" + j + "].gateways";
        List<String> names = service.tls().get(i).match().get(j).gateways();
        check(names, path, namespace, mesh, report);
      }
    }
    for (int i = 0; i < service.tcp().size(); i++) {
      for (int j = 0; j < service.tcp().get(i).match().size(); j++) {
        String path = "spec.tcp[" + i + "].match[" + j + "].gateways";
        List<String> names = service.tcp().get(i).match().get(j).gateways();
        check(names, path, namespace, mesh, report);
      }
    }
  }

  private static void check(
      List<String> names, String path, String namespace, MeshView mesh, Report report) {
    for (int i = 0; i < names.size(); i++) {
      String written = names.get(i);
      String gateway = Names.gateway(written, namespace);
      if (written.equals(Names.MESH)
          || written.contains("~")
          || !Names.mayBeHost(gateway.replace('/', '.'))
          || mesh.find(Gateway.KIND, gateway).isPresent()
          || isOfGatewayApi(gateway, mesh)) {
        continue;
      }
      List<Gateway> elsewhere =
          GivenNames.called(written.substring(written.indexOf('/') + 1), Gateway.KIND, mesh);
      Draft draft =
          report
              .add(
                  path + "[" + i + "]",
                  "There is no Gateway " + gateway + ", so nobody serves these routes for it.")
              .severity(severity(gateway, !elsewhere.isEmpty(), mesh));
      if (elsewhere.size() == 1) {
        draft.write(Names.qualified(elsewhere.get(0)));
      } else if (!elsewhere.isEmpty()) {
        draft.hint("Write " + Names.qualified(elsewhere.get(0)));
      } else {
        // Who writes short names goes on to do so.
        String own = namespace + "/";
        boolean bare = written.indexOf('/') < 0;
        draft.meant(
            gateway,
            GivenNames.qualified(Gateway.KIND, mesh),
            near -> bare && near.startsWith(own) ? near.substring(own.length()) : near);
      }
    }
  }

  // Manifests are often those of one team, and the Gateways those of another: that one is missing
  // is certain only where it would be given. How its name is written tells nothing of that.
  private static Severity severity(String gateway, boolean isElsewhere, MeshView mesh) {
    String of = gateway.substring(0, Math.max(0, gateway.indexOf('/')));
    String name = gateway.substring(gateway.indexOf('/') + 1);
    if (!mesh.knows(Need.GATEWAYS)) {
      return Severity.INFO;
    }
    // One that says no namespace goes where kubectl or kustomize puts it.
    boolean mayBeMeant =
        mesh.find(Gateway.KIND, Names.DEFAULT_NAMESPACE, name)
            .filter(other -> other.namespace().isEmpty())
            .isPresent();
    boolean wouldBeGiven =
        !mesh.in(of, Gateway.KIND).isEmpty() || (isElsewhere && isGiven(of, mesh));
    return wouldBeGiven && !mayBeMeant ? Severity.ERROR : Severity.WARNING;
  }

  private static boolean isGiven(String namespace, MeshView mesh) {
    return !mesh.in(namespace, VirtualService.KIND).isEmpty()
        || !mesh.in(namespace, Service.KIND).isEmpty()
        || mesh.workloads().hasAny(namespace);
  }

  private static boolean isOfGatewayApi(String gateway, MeshView mesh) {
    int slash = gateway.indexOf('/');
    return slash > 0
        && mesh.findRaw(
                GATEWAY_API, "Gateway", gateway.substring(0, slash), gateway.substring(slash + 1))
            .isPresent();
  }
}
