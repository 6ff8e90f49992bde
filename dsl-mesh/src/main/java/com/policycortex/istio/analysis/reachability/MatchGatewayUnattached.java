package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.L4MatchAttributes;
import com.policycortex.istio.model.networking.TlsMatchAttributes;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;

/** A match is for a gateway that the VirtualService is not bound to. */
final class MatchGatewayUnattached extends Check<VirtualService> {

  MatchGatewayUnattached() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning(
                "VS-MATCH-GATEWAY-UNATTACHED", "A match is for a gateway that is not bound")
            .meaning(
                "A match names a gateway, or mesh, that is not among the gateways of its"
                    + " VirtualService; without gateways there, those are mesh alone.")
            .why(
                "No proxy of that gateway is given the VirtualService, so the match never holds"
                    + " there. Where it names no other gateway, it never holds at all.")
            .fix("Add the gateway to spec.gateways, or take it out of the match"));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    if (VirtualServices.isDelegate(service)) {
      return; // its gateways are those of whoever delegates
    }
    for (int i = 0; i < service.http().size(); i++) {
      List<HttpMatchRequest> matches = service.http().get(i).match();
      for (int j = 0; j < matches.size(); j++) {
        check(service, place("http", i, j), matches.get(j), matches.get(j).gateways(), report);
      }
    }
    for (int i = 0; i < service.tls().size(); i++) {
      List<TlsMatchAttributes> matches = service.tls().get(i).match();
      for (int j = 0; j < matches.size(); j++) {
        check(service, place("tls", i, j), matches.get(j), matches.get(j).gateways(), report);
      }
    }
    for (int i = 0; i < service.tcp().size(); i++) {
      List<L4MatchAttributes> matches = service.tcp().get(i).match();
      for (int j = 0; j < matches.size(); j++) {
        check(service, place("tcp", i, j), matches.get(j), matches.get(j).gateways(), report);
      }
    }
  }

  private static String place(String field, int rule, int match) {
    return "spec." + field + "[" + rule + "].match[" + match + "].gateways";
  }

  private static void check(
      VirtualService service, String path, Message match, List<String> names, Report report) {
    if (names.isEmpty()) {
      return;
    }
    String namespace = Names.namespace(service);
    List<String> bound = VirtualServices.gateways(service);
    List<String> resolved = names.stream().map(name -> Names.gateway(name, namespace)).toList();
    boolean never = resolved.stream().noneMatch(bound::contains);
    String whole = path.substring(0, path.lastIndexOf('.'));
    for (int i = 0; i < names.size(); i++) {
      if (!bound.contains(resolved.get(i))) {
        String gateway = path + "[" + i + "]";
        report
            .add(
                gateway,
                "The VirtualService is not bound to "
                    + resolved.get(i)
                    + ", only to "
                    + String.join(", ", bound)
                    + ": this match "
                    + (never ? "never holds" : "does not hold there"))
            .at(match)
            .repair(
                never ? "Leave out what never holds" : "Leave the gateway out of the match",
                change -> never ? DeadMatch.leftOut(change, whole) : change.remove(gateway));
      }
    }
  }
}
