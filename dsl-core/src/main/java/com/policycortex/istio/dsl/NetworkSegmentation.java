package com.policycortex.istio.dsl;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.kubernetes.IntOrString;
import com.policycortex.istio.model.kubernetes.IpBlock;
import com.policycortex.istio.model.kubernetes.LabelSelector;
import com.policycortex.istio.model.kubernetes.NetworkPolicy;
import com.policycortex.istio.model.kubernetes.NetworkPolicyEgressRule;
import com.policycortex.istio.model.kubernetes.NetworkPolicyIngressRule;
import com.policycortex.istio.model.kubernetes.NetworkPolicyPeer;
import com.policycortex.istio.model.kubernetes.NetworkPolicyPort;
import com.policycortex.istio.model.kubernetes.PolicyType;
import com.policycortex.istio.model.kubernetes.PortProtocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * A namespace in which pods may have no connection but those that are named: the edges between
 * services, and what every sidecar needs (DNS, istiod, the scraping of its metrics).
 *
 * <p>Probes of the kubelet come from the node, which most networks let through whatever a
 * NetworkPolicy says; where not, name the {@link #nodeCidrs nodes}.
 */
@IstioStyle
@Value.Immutable
public abstract class NetworkSegmentation implements Pattern {

  private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

  NetworkSegmentation() {}

  /** A namespace without edges yet. */
  public static NetworkSegmentation networkSegmentation(String namespace) {
    return ImmutableNetworkSegmentation.builder().namespace(namespace).build();
  }

  /** The namespace whose pods are closed off. */
  public abstract String namespace();

  /** The edges that stay open. */
  public abstract List<Edge> edges();

  abstract NetworkSegmentation edges(Iterable<? extends Edge> edges);

  /** A copy with connections from a service to the ports of another. */
  public final NetworkSegmentation edge(ServiceRef from, ServiceRef to) {
    List<Edge> all = new ArrayList<>(edges());
    all.add(new Edge(from, to));
    return edges(all);
  }

  /** Services that pods of the whole namespace may call, for example a trace collector. */
  public abstract List<ServiceRef> shared();

  abstract NetworkSegmentation shared(Iterable<? extends ServiceRef> shared);

  /** A copy with connections from all pods of the namespace to a service. */
  public final NetworkSegmentation sharedService(ServiceRef service) {
    List<ServiceRef> all = new ArrayList<>(shared());
    all.add(service);
    return shared(all);
  }

  /** Services whose pods may connect to the world outside on port 443. */
  public abstract List<ServiceRef> outbound();

  /** A copy with these {@link #outbound()} services. */
  public abstract NetworkSegmentation outbound(Iterable<? extends ServiceRef> outbound);

  /** A copy with these {@link #outbound()} services too. */
  public final NetworkSegmentation outbound(ServiceRef first, ServiceRef... more) {
    return outbound(Elements.added(outbound(), first, more));
  }

  /** The namespace of istiod. Default istio-system. */
  @Value.Default
  public String istiodNamespace() {
    return "istio-system";
  }

  /** A copy with this {@link #istiodNamespace()}. */
  public abstract NetworkSegmentation istiodNamespace(String istiodNamespace);

  /** The namespace of Prometheus. Default istio-system, where Istio's add-on lives. */
  @Value.Default
  public String prometheusNamespace() {
    return "istio-system";
  }

  /** A copy with this {@link #prometheusNamespace()}. */
  public abstract NetworkSegmentation prometheusNamespace(String prometheusNamespace);

  /** The addresses of the nodes, for networks that hold back the kubelet's probes. */
  public abstract List<String> nodeCidrs();

  /** A copy with these {@link #nodeCidrs()}, for example {@code 10.128.0.0/20}. */
  public abstract NetworkSegmentation nodeCidrs(Iterable<String> nodeCidrs);

  /** A copy with these {@link #nodeCidrs()} too. */
  public final NetworkSegmentation nodeCidrs(String first, String... more) {
    return nodeCidrs(Elements.added(nodeCidrs(), first, more));
  }

  @Override
  public List<Manifest> manifests() {
    List<Manifest> policies = new ArrayList<>();
    policies.add(defaultDeny());
    policies.add(allowDns());
    policies.add(allowIstiod());
    policies.add(allowScraping());
    if (!nodeCidrs().isEmpty()) {
      policies.add(allowProbes());
    }
    Map<ServiceRef, List<Edge>> to = new LinkedHashMap<>();
    Map<ServiceRef, List<Edge>> from = new LinkedHashMap<>();
    for (Edge edge : edges()) {
      if (isHere(edge.to())) {
        to.computeIfAbsent(edge.to(), service -> new ArrayList<>()).add(edge);
      }
      if (isHere(edge.from())) {
        from.computeIfAbsent(edge.from(), service -> new ArrayList<>()).add(edge);
      }
    }
    to.forEach((service, edges) -> policies.add(ingress(service, edges)));
    from.forEach((service, edges) -> policies.add(egress(service, edges)));
    if (!shared().isEmpty()) {
      policies.add(allowShared());
    }
    outbound().forEach(service -> policies.add(allowOutbound(service)));
    return policies;
  }

  private boolean isHere(ServiceRef service) {
    return service.namespace().filter(namespace()::equals).isPresent();
  }

  private NetworkPolicy defaultDeny() {
    return policy("default-deny", all()).policyTypes(PolicyType.Ingress, PolicyType.Egress);
  }

  private NetworkPolicy allowDns() {
    NetworkPolicyPeer dns =
        inNamespace("kube-system")
            .podSelector(LabelSelector.labelSelector().matchLabels(Map.of("k8s-app", "kube-dns")));
    return policy("allow-dns", all())
        .policyTypes(PolicyType.Egress)
        .egress(
            NetworkPolicyEgressRule.networkPolicyEgressRule()
                .peers(dns)
                .ports(port(53).protocol(PortProtocol.UDP), port(53)));
  }

  private NetworkPolicy allowIstiod() {
    NetworkPolicyPeer istiod =
        inNamespace(istiodNamespace())
            .podSelector(LabelSelector.labelSelector().matchLabels(Map.of("app", "istiod")));
    return policy("allow-istiod", all())
        .policyTypes(PolicyType.Egress)
        .egress(NetworkPolicyEgressRule.networkPolicyEgressRule().peers(istiod).ports(port(15012)));
  }

  private NetworkPolicy allowScraping() {
    NetworkPolicyPeer prometheus =
        inNamespace(prometheusNamespace())
            .podSelector(
                LabelSelector.labelSelector()
                    .matchLabels(Map.of("app.kubernetes.io/name", "prometheus")));
    return policy("allow-scraping", all())
        .policyTypes(PolicyType.Ingress)
        .ingress(
            NetworkPolicyIngressRule.networkPolicyIngressRule()
                .peers(prometheus)
                .ports(port(15020)));
  }

  // The sidecar takes over the probes of the application on 15020 and has its own on 15021.
  private NetworkPolicy allowProbes() {
    return policy("allow-probes", all())
        .policyTypes(PolicyType.Ingress)
        .ingress(
            NetworkPolicyIngressRule.networkPolicyIngressRule()
                .peers(nodeCidrs().stream().map(NetworkSegmentation::addresses).toList())
                .ports(port(15020), port(15021)));
  }

  private NetworkPolicy ingress(ServiceRef service, List<Edge> edges) {
    NetworkPolicy policy =
        policy(service.name() + "-ingress", pods(service)).policyTypes(PolicyType.Ingress);
    for (Edge edge : edges) {
      policy =
          policy.ingress(
              NetworkPolicyIngressRule.networkPolicyIngressRule()
                  .peers(peer(edge.from()))
                  .ports(ports(service)));
    }
    return policy;
  }

  private NetworkPolicy egress(ServiceRef service, List<Edge> edges) {
    NetworkPolicy policy =
        policy(service.name() + "-egress", pods(service)).policyTypes(PolicyType.Egress);
    for (Edge edge : edges) {
      policy = policy.egress(egressTo(edge.to()));
    }
    return policy;
  }

  private NetworkPolicy allowShared() {
    return policy("allow-shared", all())
        .policyTypes(PolicyType.Egress)
        .egress(shared().stream().map(this::egressTo).toList());
  }

  // Private ranges stay closed: what is inside the network has an edge of its own.
  private NetworkPolicy allowOutbound(ServiceRef service) {
    NetworkPolicyPeer world =
        NetworkPolicyPeer.networkPolicyPeer()
            .ipBlock(
                IpBlock.ipBlock("0.0.0.0/0")
                    .except("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16"));
    return policy(service.name() + "-outbound", pods(service))
        .policyTypes(PolicyType.Egress)
        .egress(NetworkPolicyEgressRule.networkPolicyEgressRule().peers(world).ports(port(443)));
  }

  private NetworkPolicyEgressRule egressTo(ServiceRef service) {
    return NetworkPolicyEgressRule.networkPolicyEgressRule()
        .peers(peer(service))
        .ports(ports(service));
  }

  private NetworkPolicyPeer peer(ServiceRef service) {
    NetworkPolicyPeer peer =
        NetworkPolicyPeer.networkPolicyPeer()
            .podSelector(LabelSelector.labelSelector().matchLabels(service.matchLabels()));
    return isHere(service)
        ? peer
        : service.namespace().map(ns -> peer.namespaceSelector(namespaceNamed(ns))).orElse(peer);
  }

  private NetworkPolicy policy(String name, LabelSelector pods) {
    return NetworkPolicy.networkPolicy(name, pods).in(namespace());
  }

  private static LabelSelector all() {
    return LabelSelector.labelSelector();
  }

  private static LabelSelector pods(ServiceRef service) {
    return LabelSelector.labelSelector().matchLabels(service.matchLabels());
  }

  private static LabelSelector namespaceNamed(String name) {
    return LabelSelector.labelSelector().matchLabels(Map.of(NAMESPACE_NAME, name));
  }

  private static NetworkPolicyPeer inNamespace(String name) {
    return NetworkPolicyPeer.networkPolicyPeer().namespaceSelector(namespaceNamed(name));
  }

  private static NetworkPolicyPeer addresses(String cidr) {
    return NetworkPolicyPeer.networkPolicyPeer().ipBlock(IpBlock.ipBlock(cidr));
  }

  private static NetworkPolicyPort port(int number) {
    return NetworkPolicyPort.networkPolicyPort()
        .protocol(PortProtocol.TCP)
        .port(IntOrString.number(number));
  }

  private static List<NetworkPolicyPort> ports(ServiceRef service) {
    return service.ports().stream().map(p -> port(p.number())).toList();
  }

  /** {@code NetworkSegmentation policycortex: frontend → core-api, …}. */
  @Override
  public String toString() {
    return "NetworkSegmentation "
        + namespace()
        + ": "
        + String.join(", ", edges().stream().map(Edge::toString).toList());
  }

  /**
   * Connections that stay open.
   *
   * @param from who connects
   * @param to to whose ports
   */
  public record Edge(ServiceRef from, ServiceRef to) {

    /** {@code frontend → core-api}. */
    @Override
    public String toString() {
      return from.name() + " → " + to.name();
    }
  }
}
