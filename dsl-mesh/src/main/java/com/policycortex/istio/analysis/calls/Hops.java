package com.policycortex.istio.analysis.calls;

import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.HttpRetry;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import com.policycortex.istio.model.networking.VirtualService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** The HTTP rules by which requests come to a workload. */
final class Hops {

  private static final int ENOUGH = 20;

  private Hops() {}

  /**
   * A rule that leads to a workload.
   *
   * @param service the VirtualService
   * @param index the place of the rule in its list
   * @param rule the rule
   */
  record Hop(VirtualService service, int index, HttpRoute rule) {

    /** How often one request may be tried, where the rule says it; else once. */
    int tries() {
      return 1 + Math.max(0, rule.retries().flatMap(HttpRetry::attempts).orElse(0));
    }

    /** How long all tries may take, where the rule says it. */
    Optional<Duration> timeout() {
      return rule.timeout().filter(time -> !time.isZero());
    }

    /** The field of the rule. */
    String path() {
      return "spec.http[" + index + "]";
    }
  }

  /** The rules of all VirtualServices, for sidecars or gateways, that lead to a workload. */
  static List<Hop> to(Workload workload, MeshView mesh) {
    List<Hop> hops = new ArrayList<>();
    for (MeshService service : mesh.workloads().servicesOf(workload)) {
      for (VirtualService routes : mesh.virtualServices().routingTo(service.host())) {
        for (int i = 0; i < routes.http().size() && hops.size() < ENOUGH; i++) {
          if (leads(routes, routes.http().get(i), service.host())) {
            hops.add(new Hop(routes, i, routes.http().get(i)));
          }
        }
      }
    }
    return hops;
  }

  /** The workloads to which a rule leads; of many some. */
  static List<Workload> behind(VirtualService service, HttpRoute rule, MeshView mesh) {
    String namespace = Names.namespace(service);
    if (rule.route().size() == 1) {
      return behind(rule.route().get(0), namespace, mesh);
    }
    // A mesh has one manifest of a name, so those of one workload are one.
    IdentityHashMap<Manifest, Workload> workloads = new IdentityHashMap<>();
    List<Workload> inOrder = new ArrayList<>();
    for (HttpRouteDestination to : rule.route()) {
      for (Workload workload : behind(to, namespace, mesh)) {
        if (workloads.putIfAbsent(workload.manifest(), workload) == null) {
          inOrder.add(workload);
        }
      }
    }
    return inOrder;
  }

  private static List<Workload> behind(HttpRouteDestination to, String namespace, MeshView mesh) {
    Optional<MeshService> target =
        mesh.services().resolve(Names.host(to.destination().host(), namespace), namespace);
    if (target.isEmpty()) {
      return List.of();
    }
    List<Workload> behind = mesh.workloads().behind(target.get());
    return behind.size() > ENOUGH ? behind.subList(0, ENOUGH) : behind;
  }

  private static boolean leads(VirtualService routes, HttpRoute rule, String host) {
    String namespace = Names.namespace(routes);
    return rule.route().stream()
        .anyMatch(to -> Names.host(to.destination().host(), namespace).equals(host));
  }
}
