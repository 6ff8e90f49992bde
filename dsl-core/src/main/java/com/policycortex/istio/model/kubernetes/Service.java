package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A name for pods, with ports.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/">Service</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Service extends Manifest {

  /** The kind {@code v1 Service}. */
  public static final Kind<Service> KIND =
      new Kind<>("", List.of("v1"), "Service", "services", true, Service::read);

  Service() {}

  /** A Service of this name, without ports yet. */
  public static Service service(String name) {
    return ImmutableService.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .build();
  }

  @Override
  public Kind<Service> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract Service metadata(Metadata metadata);

  /** A copy in this namespace. */
  public final Service in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** Labels of the pods. */
  public abstract Map<String, String> selector();

  /** A copy with this {@link #selector()}. */
  public abstract Service selector(Map<String, ? extends String> selector);

  /** The ports. */
  public abstract List<ServicePort> ports();

  /** A copy with this {@link #ports()}. */
  public abstract Service ports(Iterable<? extends ServicePort> ports);

  /** A copy with these added to {@link #ports()}. */
  public final Service ports(ServicePort first, ServicePort... more) {
    return ports(added(ports(), first, more));
  }

  /** Default {@link ServiceType#ClusterIP}. */
  public abstract Optional<ServiceType> type();

  /** A copy with this {@link #type()}. */
  public abstract Service type(ServiceType type);

  /** The virtual address; {@code None} for a headless service. Default: Kubernetes chooses. */
  public abstract Optional<String> clusterIp();

  /** A copy with this {@link #clusterIp()}. */
  public abstract Service clusterIp(String clusterIp);

  /** The virtual addresses, one each family. */
  public abstract List<String> clusterIps();

  /** A copy with this {@link #clusterIps()}. */
  public abstract Service clusterIps(Iterable<String> clusterIps);

  /** A copy with these added to {@link #clusterIps()}. */
  public final Service clusterIps(String first, String... more) {
    return clusterIps(added(clusterIps(), first, more));
  }

  /** Addresses of nodes on which the service is reached too. */
  public abstract List<String> externalIps();

  /** A copy with this {@link #externalIps()}. */
  public abstract Service externalIps(Iterable<String> externalIps);

  /** A copy with these added to {@link #externalIps()}. */
  public final Service externalIps(String first, String... more) {
    return externalIps(added(externalIps(), first, more));
  }

  /** The DNS name; for ExternalName. */
  public abstract Optional<String> externalName();

  /** A copy with this {@link #externalName()}. */
  public abstract Service externalName(String externalName);

  /** Default {@link SessionAffinity#None}. */
  public abstract Optional<SessionAffinity> sessionAffinity();

  /** A copy with this {@link #sessionAffinity()}. */
  public abstract Service sessionAffinity(SessionAffinity sessionAffinity);

  /** The affinity's settings. */
  public abstract Optional<JsonObject> sessionAffinityConfig();

  /** A copy with this {@link #sessionAffinityConfig()}. */
  public abstract Service sessionAffinityConfig(JsonObject sessionAffinityConfig);

  /** Deprecated by Kubernetes. */
  public abstract Optional<String> loadBalancerIp();

  /** A copy with this {@link #loadBalancerIp()}. */
  public abstract Service loadBalancerIp(String loadBalancerIp);

  /** Whom the load balancer lets in, as CIDRs. */
  public abstract List<String> loadBalancerSourceRanges();

  /** A copy with this {@link #loadBalancerSourceRanges()}. */
  public abstract Service loadBalancerSourceRanges(Iterable<String> loadBalancerSourceRanges);

  /** A copy with these added to {@link #loadBalancerSourceRanges()}. */
  public final Service loadBalancerSourceRanges(String first, String... more) {
    return loadBalancerSourceRanges(added(loadBalancerSourceRanges(), first, more));
  }

  /** Who makes the load balancer. */
  public abstract Optional<String> loadBalancerClass();

  /** A copy with this {@link #loadBalancerClass()}. */
  public abstract Service loadBalancerClass(String loadBalancerClass);

  /** Which nodes' pods get traffic from outside. Default Cluster. */
  public abstract Optional<TrafficDistributionPolicy> externalTrafficPolicy();

  /** A copy with this {@link #externalTrafficPolicy()}. */
  public abstract Service externalTrafficPolicy(TrafficDistributionPolicy externalTrafficPolicy);

  /** Which nodes' pods get traffic from inside. Default Cluster. */
  public abstract Optional<TrafficDistributionPolicy> internalTrafficPolicy();

  /** A copy with this {@link #internalTrafficPolicy()}. */
  public abstract Service internalTrafficPolicy(TrafficDistributionPolicy internalTrafficPolicy);

  /** The node port for health checks. */
  public abstract Optional<Integer> healthCheckNodePort();

  /** A copy with this {@link #healthCheckNodePort()}. */
  public abstract Service healthCheckNodePort(int healthCheckNodePort);

  /** Whether pods that are not ready are listed. Default false. */
  public abstract Optional<Boolean> publishNotReadyAddresses();

  /** A copy with this {@link #publishNotReadyAddresses()}. */
  public abstract Service publishNotReadyAddresses(boolean publishNotReadyAddresses);

  /** Whether a load balancer gets node ports. Default true. */
  public abstract Optional<Boolean> allocateLoadBalancerNodePorts();

  /** A copy with this {@link #allocateLoadBalancerNodePorts()}. */
  public abstract Service allocateLoadBalancerNodePorts(boolean allocateLoadBalancerNodePorts);

  /** {@code IPv4}, {@code IPv6}. */
  public abstract List<String> ipFamilies();

  /** A copy with this {@link #ipFamilies()}. */
  public abstract Service ipFamilies(Iterable<String> ipFamilies);

  /** A copy with these added to {@link #ipFamilies()}. */
  public final Service ipFamilies(String first, String... more) {
    return ipFamilies(added(ipFamilies(), first, more));
  }

  /** {@code SingleStack}, {@code PreferDualStack} or {@code RequireDualStack}. */
  public abstract Optional<String> ipFamilyPolicy();

  /** A copy with this {@link #ipFamilyPolicy()}. */
  public abstract Service ipFamilyPolicy(String ipFamilyPolicy);

  /** For example {@code PreferClose}. */
  public abstract Optional<String> trafficDistribution();

  /** A copy with this {@link #trafficDistribution()}. */
  public abstract Service trafficDistribution(String trafficDistribution);

  static Service read(FieldReader in) {
    return in.requiredMessage("spec", spec -> readSpec(in, spec));
  }

  private static Service readSpec(FieldReader in, FieldReader spec) {
    return ImmutableService.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .status(readStatus(in))
        .selector(spec.stringMap("selector"))
        .ports(spec.messages("ports", ServicePort::read))
        .type(spec.enumerationOrDefault("type", ServiceType.class))
        .clusterIp(spec.string("clusterIP"))
        .clusterIps(spec.strings("clusterIPs"))
        .externalIps(spec.strings("externalIPs"))
        .externalName(spec.string("externalName"))
        .sessionAffinity(spec.enumerationOrDefault("sessionAffinity", SessionAffinity.class))
        .sessionAffinityConfig(spec.jsonObject("sessionAffinityConfig"))
        .loadBalancerIp(spec.string("loadBalancerIP"))
        .loadBalancerSourceRanges(spec.strings("loadBalancerSourceRanges"))
        .loadBalancerClass(spec.string("loadBalancerClass"))
        .externalTrafficPolicy(
            spec.enumerationOrDefault("externalTrafficPolicy", TrafficDistributionPolicy.class))
        .internalTrafficPolicy(
            spec.enumeration("internalTrafficPolicy", TrafficDistributionPolicy.class))
        .healthCheckNodePort(spec.int32("healthCheckNodePort"))
        .publishNotReadyAddresses(spec.bool("publishNotReadyAddresses"))
        .allocateLoadBalancerNodePorts(spec.bool("allocateLoadBalancerNodePorts"))
        .ipFamilies(spec.strings("ipFamilies"))
        .ipFamilyPolicy(spec.string("ipFamilyPolicy"))
        .trafficDistribution(spec.string("trafficDistribution"))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.message("spec", this::writeSpec);
  }

  private void writeSpec(FieldWriter spec) {
    spec.stringMap("selector", selector());
    spec.messages("ports", ports());
    spec.enumeration("type", type());
    spec.string("clusterIP", clusterIp());
    spec.strings("clusterIPs", clusterIps());
    spec.strings("externalIPs", externalIps());
    spec.string("externalName", externalName());
    spec.enumeration("sessionAffinity", sessionAffinity());
    spec.json("sessionAffinityConfig", sessionAffinityConfig());
    spec.string("loadBalancerIP", loadBalancerIp());
    spec.strings("loadBalancerSourceRanges", loadBalancerSourceRanges());
    spec.string("loadBalancerClass", loadBalancerClass());
    spec.enumeration("externalTrafficPolicy", externalTrafficPolicy());
    spec.enumeration("internalTrafficPolicy", internalTrafficPolicy());
    spec.int32("healthCheckNodePort", healthCheckNodePort());
    spec.bool("publishNotReadyAddresses", publishNotReadyAddresses());
    spec.bool("allocateLoadBalancerNodePorts", allocateLoadBalancerNodePorts());
    spec.strings("ipFamilies", ipFamilies());
    spec.string("ipFamilyPolicy", ipFamilyPolicy());
    spec.string("trafficDistribution", trafficDistribution());
  }
}
