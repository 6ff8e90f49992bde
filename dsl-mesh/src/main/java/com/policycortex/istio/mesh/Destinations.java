package com.policycortex.istio.mesh;

import com.policycortex.istio.mesh.DestinationUse.Use;
import com.policycortex.istio.model.networking.HttpRoute;
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
        uses.add(new DestinationUse(rule.route().get(j).destination(), Use.TLS, i, j, rule));
      }
    }
    for (int i = 0; i < service.tcp().size(); i++) {
      TcpRoute rule = service.tcp().get(i);
      for (int j = 0; j < rule.route().size(); j++) {
        uses.add(new DestinationUse(rule.route().get(j).destination(), Use.TCP, i, j, rule));
      }
    }
    return uses;
  }

  private static void http(HttpRoute rule, int index, List<DestinationUse> uses) {
    for (int i = 0; i < rule.route().size(); i++) {
      uses.add(new DestinationUse(rule.route().get(i).destination(), Use.HTTP, index, i, rule));
    }
    if (rule.mirror().isPresent()) {
      uses.add(new DestinationUse(rule.mirror().get(), Use.MIRROR, index, -1, rule));
    }
    for (int i = 0; i < rule.mirrors().size(); i++) {
      uses.add(new DestinationUse(rule.mirrors().get(i).destination(), Use.MIRROR, index, i, rule));
    }
  }
}
