package com.policycortex.istio.policycortex;

import com.policycortex.istio.dsl.Label;
import com.policycortex.istio.dsl.ServiceAccountRef;
import com.policycortex.istio.dsl.ServiceRef;
import java.util.List;

/**
 * The product's services and who they are.
 *
 * @param frontend what browsers see, port 3000
 * @param coreApi the API, port 8080
 * @param graphqlGateway answers GraphQL for core-api, port 4000
 * @param aiEngine the Python services, port 8000
 * @param postgresql the database, port 5432
 * @param dragonfly the cache and the counters of the rate limits, port 6379
 * @param ingressGateway the mesh's edge
 * @param internalGateway the edge for clients inside the network
 */
public record Services(
    ServiceRef frontend,
    ServiceRef coreApi,
    ServiceRef graphqlGateway,
    ServiceRef aiEngine,
    ServiceRef postgresql,
    ServiceRef dragonfly,
    ServiceRef ingressGateway,
    ServiceRef internalGateway) {

  static Services of(PolicyCortex mesh) {
    return new Services(
        service(mesh, "frontend").http(3000),
        service(mesh, "core-api").http(8080),
        service(mesh, "graphql-gateway").http(4000),
        service(mesh, "ai-engine").http(8000),
        service(mesh, "postgresql").port("tcp-postgresql", 5432, "tcp"),
        service(mesh, "dragonfly").port("tcp-redis", 6379, "tcp"),
        gateway(mesh, "istio-ingressgateway", "ingressgateway"),
        gateway(mesh, "istio-internalgateway", "internalgateway"));
  }

  /** The services of the product itself, without the gateways. */
  public List<ServiceRef> own() {
    return List.of(frontend, coreApi, graphqlGateway, aiEngine, postgresql, dragonfly);
  }

  private static ServiceRef service(PolicyCortex mesh, String name) {
    return ServiceRef.service(name)
        .in(mesh.namespace())
        .runsAs(account(mesh, name).in(mesh.namespace()));
  }

  // istioctl names the account of a gateway NAME-service-account, and its pods istio=LABEL.
  private static ServiceRef gateway(PolicyCortex mesh, String name, String label) {
    String namespace = mesh.get(Settings.ROOT_NAMESPACE);
    return ServiceRef.service(name)
        .in(namespace)
        .http(8080)
        .port("https", 8443, "https")
        .labels(Label.label("istio", label))
        .runsAs(account(mesh, name + "-service-account").in(namespace));
  }

  private static ServiceAccountRef account(PolicyCortex mesh, String name) {
    return ServiceAccountRef.serviceAccount(name).trustDomain(mesh.get(Settings.TRUST_DOMAIN));
  }
}
