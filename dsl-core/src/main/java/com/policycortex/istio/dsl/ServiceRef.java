package com.policycortex.istio.dsl;

import com.policycortex.istio.model.WorkloadSelector;
import com.policycortex.istio.model.networking.Destination;
import com.policycortex.istio.model.networking.PortSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A service that routes, policies and patterns refer to.
 *
 * @param name the name of the Kubernetes Service
 * @param namespace its namespace; absent until {@link #in}
 * @param ports its ports; the first is the one that routes use
 * @param labels the labels of its pods; none said: {@code app=NAME}
 * @param account who its pods run as, a service account of the same name unless said otherwise
 */
public record ServiceRef(
    String name,
    Optional<String> namespace,
    List<PortRef> ports,
    List<Label> labels,
    Optional<ServiceAccountRef> account)
    implements RouteTarget {

  /** Copies the lists. */
  public ServiceRef {
    ports = List.copyOf(ports);
    labels = List.copyOf(labels);
  }

  /** The service of this name, with pods {@code app=NAME}, without ports yet. */
  public static ServiceRef service(String name) {
    return new ServiceRef(name, Optional.empty(), List.of(), List.of(), Optional.empty());
  }

  /** The service in this namespace. */
  public ServiceRef in(String namespace) {
    return new ServiceRef(name, Optional.of(namespace), ports, labels, account);
  }

  /** The service with one more port that speaks HTTP/1.1, named {@code http}. */
  public ServiceRef http(int number) {
    return port("http", number, "http");
  }

  /** The service with one more port that speaks HTTP/2, named {@code http2}. */
  public ServiceRef http2(int number) {
    return port("http2", number, "http2");
  }

  /** The service with one more port that speaks gRPC, named {@code grpc}. */
  public ServiceRef grpc(int number) {
    return port("grpc", number, "grpc");
  }

  /** The service with one more port of any TCP protocol, named {@code tcp}. */
  public ServiceRef tcp(int number) {
    return port("tcp", number, "tcp");
  }

  /**
   * The service with one more port.
   *
   * @param portName unique within the service
   * @param number 1 to 65535
   * @param protocol what is spoken there, an {@code appProtocol}: {@code http}, {@code grpc}, …
   */
  public ServiceRef port(String portName, int number, String protocol) {
    List<PortRef> more = new ArrayList<>(ports);
    more.add(new PortRef(portName, number, protocol));
    return new ServiceRef(name, namespace, more, labels, account);
  }

  /** The labels of its pods: those that were said, {@code app=NAME} if none was. */
  @Override
  public List<Label> labels() {
    return labels.isEmpty() ? List.of(Label.label("app", name)) : labels;
  }

  /**
   * The service with pods of these labels, beside those that were said before; of two with one key
   * the last counts.
   */
  public ServiceRef labels(Label first, Label... more) {
    return new ServiceRef(name, namespace, ports, Elements.added(labels, first, more), account);
  }

  /** The service with pods that run as this account. */
  public ServiceRef runsAs(ServiceAccountRef serviceAccount) {
    return new ServiceRef(name, namespace, ports, labels, Optional.of(serviceAccount));
  }

  /** Who the pods run as. */
  public ServiceAccountRef serviceAccount() {
    return account.orElseGet(
        () -> {
          ServiceAccountRef own = ServiceAccountRef.serviceAccount(name);
          return namespace.map(own::in).orElse(own);
        });
  }

  /**
   * The name in Istio's registry: {@code NAME.NAMESPACE.svc.cluster.local}, which means the same in
   * every manifest; the short name while no namespace is known, which Istio reads relative to the
   * manifest's namespace.
   */
  public String host() {
    return namespace.map(ns -> name + "." + ns + ".svc.cluster.local").orElse(name);
  }

  /** A named group of the service's pods, for example one version. */
  public SubsetRef subset(String subset, Label first, Label... more) {
    List<Label> all = new ArrayList<>(List.of(more));
    all.add(0, first);
    return new SubsetRef(this, subset, all);
  }

  /** The labels by which policies select the service's pods. */
  public Map<String, String> matchLabels() {
    return Label.map(labels());
  }

  /** The selector of the service's pods. */
  public WorkloadSelector workloadSelector() {
    return WorkloadSelector.workloadSelector(matchLabels());
  }

  /**
   * The first port.
   *
   * @throws IllegalStateException if the service has none
   */
  public PortRef port() {
    if (ports.isEmpty()) {
      throw new IllegalStateException(
          "service " + this + " has no port; say .http(8080) or another port");
    }
    return ports.get(0);
  }

  /** The service as a route names it; with the port where the service has several. */
  @Override
  public Destination destination() {
    Destination destination = Destination.destination(host());
    return ports.size() > 1
        ? destination.port(PortSelector.number(ports.get(0).number()))
        : destination;
  }

  /** Whether both are the same service with the same pods, however their labels were said. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ServiceRef that
        && name.equals(that.name)
        && namespace.equals(that.namespace)
        && ports.equals(that.ports)
        && matchLabels().equals(that.matchLabels())
        && account.equals(that.account);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, namespace, ports, matchLabels(), account);
  }

  /** {@code core-api.policycortex}. */
  @Override
  public String toString() {
    return namespace.map(ns -> name + "." + ns).orElse(name);
  }
}
