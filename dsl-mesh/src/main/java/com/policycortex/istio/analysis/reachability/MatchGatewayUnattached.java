package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.analysis.check.Change;
import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.L4MatchAttributes;
import com.policycortex.istio.model.networking.TlsMatchAttributes;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
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
        check(
            service, place("http", i, j), matches.get(j), matches.get(j).gateways(), mesh, report);
      }
    }
    for (int i = 0; i < service.tls().size(); i++) {
      List<TlsMatchAttributes> matches = service.tls().get(i).match();
      for (int j = 0; j < matches.size(); j++) {
        check(service, place("tls", i, j), matches.get(j), matches.get(j).gateways(), mesh, report);
      }
    }
    for (int i = 0; i < service.tcp().size(); i++) {
      List<L4MatchAttributes> matches = service.tcp().get(i).match();
      for (int j = 0; j < matches.size(); j++) {
        check(service, place("tcp", i, j), matches.get(j), matches.get(j).gateways(), mesh, report);
      }
    }
  }

  private static String place(String field, int rule, int match) {
    return "spec." + field + "[" + rule + "].match[" + match + "].gateways";
  }

  private static void check(
      VirtualService service,
      String path,
      Message match,
      List<String> names,
      MeshView mesh,
      Report report) {
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
        Draft draft =
            report
                .add(
                    gateway,
                    "The VirtualService is not bound to "
                        + resolved.get(i)
                        + ", only to "
                        + String.join(", ", bound)
                        + ": this match "
                        + (never ? "never holds" : "does not hold there"))
                .at(match);
        if (!never) {
          draft.repair("Leave the gateway out of the match", change -> change.remove(gateway));
        } else if (isThere(resolved.get(i), mesh)) {
          String added = names.get(i);
          draft
              .hint("Add " + added + " to spec.gateways, or take it out of the match")
              .repair("Bind the VirtualService to " + added, change -> bound(change, added))
              .changing("all its rules hold there too");
        } else {
          draft
              .repair("Leave out what never holds", change -> DeadMatch.leftOut(change, whole))
              .changing("what was meant for the gateway is gone");
        }
      }
    }
  }

  private static boolean isThere(String gateway, MeshView mesh) {
    return gateway.equals(Names.MESH) || mesh.find(Gateway.KIND, gateway).isPresent();
  }

  // Without gateways it is for mesh alone, and goes on to be for it.
  private static Change bound(Change change, String gateway) {
    int size = change.size("spec.gateways");
    return size > 0
        ? change.insert("spec.gateways[" + size + "]", JsonValue.of(gateway))
        : change.set(
            "spec.gateways",
            new JsonArray(List.of(JsonValue.of(Names.MESH), JsonValue.of(gateway))));
  }
}
