package com.policycortex.istio.policycortex;

import com.policycortex.istio.dsl.Access;
import com.policycortex.istio.dsl.JwtGuard;
import com.policycortex.istio.dsl.Label;
import com.policycortex.istio.dsl.Mtls;
import com.policycortex.istio.dsl.NetworkSegmentation;
import com.policycortex.istio.dsl.ServiceRef;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.security.MutualTlsMode;
import com.policycortex.istio.render.OutputTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who may talk to whom: mutual TLS, policies, tokens, network. */
final class Security {

  private Security() {}

  static OutputTree addTo(OutputTree tree, PolicyCortex mesh) {
    OutputTree more = tree.with("security/mutual-tls.yaml", mutualTls(mesh));
    if (mesh.get(Settings.DEFAULT_DENY)) {
      more = more.with("security/default-deny.yaml", Access.defaultDeny(mesh.namespace()));
    }
    more = more.with("security/authorization.yaml", authorization(mesh));
    if (mesh.get(Settings.JWT)) {
      more = more.with("security/jwt.yaml", jwt(mesh).manifests());
    }
    if (mesh.get(Settings.NETWORK_POLICIES)) {
      more = more.with("security/network-policies.yaml", network(mesh).manifests());
    }
    return more;
  }

  private static List<Manifest> mutualTls(PolicyCortex mesh) {
    return List.of(
        Mtls.mesh(mesh.get(Settings.MTLS_MESH_MODE), mesh.get(Settings.ROOT_NAMESPACE)),
        Mtls.namespace(mesh.get(Settings.MTLS_MODE), mesh.namespace()));
  }

  /** The way to mutual TLS in a mesh that has plain clients yet, stage by stage. */
  static List<PolicyCortex> migration(PolicyCortex mesh) {
    PolicyCortex begin =
        mesh.with(Settings.MTLS_MODE, MutualTlsMode.PERMISSIVE)
            .with(Settings.MTLS_MESH_MODE, MutualTlsMode.PERMISSIVE);
    PolicyCortex namespace = begin.with(Settings.MTLS_MODE, MutualTlsMode.STRICT);
    return List.of(begin, namespace, namespace.with(Settings.MTLS_MESH_MODE, MutualTlsMode.STRICT));
  }

  private static List<Manifest> authorization(PolicyCortex mesh) {
    Services services = mesh.services();
    List<Access> edges = new ArrayList<>();
    // The document's own example, word for word.
    edges.add(
        Access.allow(services.frontend())
            .to(services.coreApi())
            .methods("GET", "POST")
            .paths("/api/v1/*")
            .name("core-api"));
    edges.add(
        Access.allow(services.ingressGateway())
            .to(services.frontend())
            .port(3000)
            .name("ingress-to-frontend"));
    edges.add(
        Access.allow(services.ingressGateway())
            .to(services.coreApi())
            .port(8080)
            .paths(mesh.get(Settings.PUBLIC_PATHS))
            .name("ingress-to-core-api"));
    if (mesh.get(Settings.INTERNAL_GATEWAY)) {
      edges.add(
          Access.allow(services.internalGateway())
              .to(services.coreApi())
              .port(8080)
              .paths(mesh.get(Settings.PUBLIC_PATHS))
              .name("internal-gateway-to-core-api"));
    }
    for (ServiceRef called :
        List.of(
            services.graphqlGateway(),
            services.aiEngine(),
            services.postgresql(),
            services.dragonfly())) {
      edges.add(Access.allow(services.coreApi()).to(called).port(called.port().number()));
    }
    if (mesh.get(Settings.GLOBAL_RATE_LIMIT)) {
      ServiceRef rateLimit = Policies.globalRateLimit(mesh).service();
      edges.add(
          Access.allow(services.ingressGateway())
              .to(rateLimit)
              .port(8081)
              .name("ingress-to-ratelimit"));
      edges.add(Access.allow(rateLimit).to(services.dragonfly()).port(6379));
    }
    return edges.stream().map(edge -> (Manifest) edge.policy()).toList();
  }

  private static JwtGuard jwt(PolicyCortex mesh) {
    return JwtGuard.jwtGuard(mesh.services().ingressGateway(), mesh.get(Settings.JWT_ISSUER))
        .name(mesh.namespace() + "-jwt")
        .audiences(mesh.get(Settings.JWT_AUDIENCES))
        .jwksUri(mesh.get(Settings.JWT_JWKS_URI))
        .hosts(mesh.hosts().api())
        // The gateway's pods listen on 8443 for the Service's 443; policies see the pods' port.
        .ports(List.of(8443))
        .openMethods(List.of("OPTIONS"))
        .claimHeaders(claimHeaders(mesh));
  }

  private static Map<String, String> claimHeaders(PolicyCortex mesh) {
    String tenant = mesh.get(Settings.TENANT_CLAIM);
    String tier = mesh.get(Settings.TIER_CLAIM);
    if (tenant.equals(tier)) {
      throw new IllegalArgumentException(
          "jwt.tenantClaim and jwt.tierClaim are both \""
              + tenant
              + "\"; tokens have one for each");
    }
    return Map.of(tenant, "x-tenant-id", tier, "x-tenant-tier");
  }

  static NetworkSegmentation network(PolicyCortex mesh) {
    Services services = mesh.services();
    NetworkSegmentation network =
        NetworkSegmentation.networkSegmentation(mesh.namespace())
            .istiodNamespace(mesh.get(Settings.ROOT_NAMESPACE))
            .prometheusNamespace(mesh.get(Settings.PROMETHEUS_NAMESPACE))
            .nodeCidrs(mesh.get(Settings.NODE_CIDRS))
            .edge(services.ingressGateway(), services.frontend())
            .edge(services.ingressGateway(), services.coreApi())
            .edge(services.frontend(), services.coreApi())
            .edge(services.coreApi(), services.graphqlGateway())
            .edge(services.coreApi(), services.aiEngine())
            .edge(services.coreApi(), services.postgresql())
            .edge(services.coreApi(), services.dragonfly())
            .sharedService(collector(mesh));
    if (mesh.get(Settings.INTERNAL_GATEWAY)) {
      network = network.edge(services.internalGateway(), services.coreApi());
    }
    if (mesh.get(Settings.GLOBAL_RATE_LIMIT)) {
      ServiceRef rateLimit = Policies.globalRateLimit(mesh).service();
      network =
          network.edge(services.ingressGateway(), rateLimit).edge(rateLimit, services.dragonfly());
    }
    return mesh.get(Settings.EGRESS_HOSTS).isEmpty()
        ? network
        : network.outbound(List.of(services.aiEngine()));
  }

  static ServiceRef collector(PolicyCortex mesh) {
    String[] host = mesh.get(Settings.TRACING_SERVICE).split("\\.", -1);
    String[] label = mesh.get(Settings.TRACING_POD_LABEL).split("=", 2);
    return ServiceRef.service(host[0])
        .in(host.length > 1 ? host[1] : mesh.namespace())
        .labels(Label.label(label[0], label.length > 1 ? label[1] : ""))
        .tcp(Observability.collectorPort(mesh));
  }
}
