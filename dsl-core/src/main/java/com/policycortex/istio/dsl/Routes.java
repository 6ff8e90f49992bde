package com.policycortex.istio.dsl;

import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.List;

/** The frame of a VirtualService that patterns fill with routes. */
final class Routes {

  private Routes() {}

  /** Routes for clients in the mesh and, where there are gateways, from outside too. */
  static VirtualService of(ServiceRef service, List<String> hosts, List<String> gateways) {
    VirtualService routes = Istio.virtualService(service);
    if (!hosts.isEmpty()) {
      List<String> all = new ArrayList<>(routes.hosts());
      all.addAll(hosts);
      routes = routes.hosts(all);
    }
    if (!gateways.isEmpty()) {
      List<String> all = new ArrayList<>(gateways);
      all.add("mesh");
      routes = routes.gateways(all);
    }
    return routes;
  }
}
