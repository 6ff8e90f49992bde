package com.policycortex.istio.mesh;

import com.policycortex.istio.mesh.DestinationUse.Use;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.RouteDestination;
import com.policycortex.istio.model.networking.TcpRoute;
import com.policycortex.istio.model.networking.TlsRoute;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.List;

/** Finds every destination that a VirtualService names. */
public final class Destinations {

  private Destinations() {}

  /** All of them, in the order of the fields. */
  public static List<DestinationUse> of(VirtualService service) {
    List<DestinationUse> uses = new ArrayList<>();
    for (int i = 0; i < service.http().size(); i++) {
      http(service.http().get(i), i, uses);
    }
    for (int i = 0; i < service.tls().size(); i++) {
      TlsRoute rule = service.tls().get(i);
      for (int j = 0; j < rule.route().size(); j++) {
        RouteDestination to = rule.route().get(j);
        String path = "spec.tls[" + i + "].route[" + j + "].destination";
        uses.add(new DestinationUse(path, to.destination(), Use.TLS, i, rule));
      }
    }
    for (int i = 0; i < service.tcp().size(); i++) {
      TcpRoute rule = service.tcp().get(i);
      for (int j = 0; j < rule.route().size(); j++) {
        RouteDestination to = rule.route().get(j);
        String path = "spec.tcp[" + i + "].route[" + j + "].destination";
        uses.add(new DestinationUse(path, to.destination(), Use.TCP, i, rule));
      }
    }
    return uses;
  }

  private static void http(HttpRoute rule, int index, List<DestinationUse> uses) {
    String path = "spec.http[" + index + "]";
    for (int i = 0; i < rule.route().size(); i++) {
      uses.add(
          new DestinationUse(
              path + ".route[" + i + "].destination",
              rule.route().get(i).destination(),
              Use.HTTP,
              index,
              rule));
    }
    rule.mirror()
        .ifPresent(
            to -> uses.add(new DestinationUse(path + ".mirror", to, Use.MIRROR, index, rule)));
    for (int i = 0; i < rule.mirrors().size(); i++) {
      uses.add(
          new DestinationUse(
              path + ".mirrors[" + i + "].destination",
              rule.mirrors().get(i).destination(),
              Use.MIRROR,
              index,
              rule));
    }
  }
}
