package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.validation.Hosts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The services that proxies know: Kubernetes Services and the hosts of ServiceEntries. */
public final class Services {

  private final MeshView mesh;

  Services(MeshView mesh) {
    this.mesh = mesh;
  }

  /** What a Service or ServiceEntry stands for. */
  public static List<MeshService> of(Manifest manifest) {
    if (manifest instanceof Service service) {
      return List.of(MeshService.of(service));
    }
    return manifest instanceof ServiceEntry entry ? MeshService.of(entry) : List.of();
  }

  /** Those with exactly this host, in any namespace and whoever sees them, the oldest first. */
  public List<MeshService> withHost(String host) {
    return mesh.read(new Key(Index.SERVICE_HOST, Indexer.EVERYWHERE, host));
  }

  /** The Kubernetes Service of a host, if it is the host of one. */
  public Optional<MeshService> kubernetes(String host) {
    String[] labels = host.split("\\.", 3);
    return labels.length == 3 && labels[2].equals("svc." + Names.DOMAIN)
        ? mesh.find(Service.KIND, labels[1], labels[0]).map(MeshService::of)
        : Optional.empty();
  }

  /** Those of a namespace. */
  public List<MeshService> in(String namespace) {
    return mesh.read(new Key(Index.SERVICE_NAMESPACE, namespace));
  }

  /** Those whose host is covered by this one: the host itself, or all under a wildcard. */
  public List<MeshService> coveredBy(String host) {
    if (!Hosts.isWildcard(host)) {
      return withHost(host);
    }
    List<MeshService> under = new ArrayList<>();
    int dot = host.indexOf('.');
    if (dot >= 0) {
      under.addAll(mesh.read(new Key(Index.SERVICE_SUFFIX, host.substring(dot))));
    } else {
      mesh.all(Service.KIND).forEach(service -> under.addAll(of(service)));
      mesh.all(ServiceEntry.KIND).forEach(entry -> under.addAll(of(entry)));
    }
    under.removeIf(service -> !Hosts.covers(service.host(), host));
    return List.copyOf(under);
  }

  /** The wildcards of ServiceEntries that cover this host, the most specific first. */
  public List<MeshService> wildcardsOver(String host) {
    List<MeshService> over = new ArrayList<>();
    Indexer.suffixes(host, suffix -> over.addAll(withHost("*" + suffix)));
    over.addAll(withHost("*"));
    over.addAll(mesh.read(new Key(Index.SERVICE_ODD_WILDCARD, Indexer.EVERYWHERE)));
    over.removeIf(service -> !Hosts.covers(host, service.host()) || service.host().equals(host));
    over.sort(Comparator.comparing(MeshService::host, Names::compareSpecificity));
    return List.copyOf(over);
  }

  /** Who sees it, {@code .} resolved and MeshConfig's default applied. */
  public List<String> exportTo(MeshService service) {
    return service.exportTo().isEmpty()
        ? Names.exportTo(mesh.settings().defaultServiceExportTo(), service.namespace())
        : service.exportTo();
  }

  /** True if it is exported to the namespace. */
  public boolean isVisible(MeshService service, String namespace) {
    List<String> to = exportTo(service);
    return to.contains("*") || (!to.contains("~") && to.contains(namespace));
  }

  /**
   * The service that a host means to the proxies of a namespace: of those with exactly the host the
   * one of the namespace itself, else a Kubernetes Service, else one that is not exported to all,
   * else the oldest; without any, the most specific wildcard. What has the host in the same
   * namespace is joined: the ports are those of all. Only what is exported to the namespace counts.
   * Sidecar resources are not looked at.
   */
  public Optional<MeshService> resolve(String host, String namespace) {
    return resolve(host, namespace, candidate -> isVisible(candidate, namespace));
  }

  /** The same of the services of which the condition holds. */
  Optional<MeshService> resolve(String host, String namespace, Predicate<MeshService> isKnown) {
    Optional<MeshService> exact = best(withHost(host), namespace, isKnown);
    return exact.isPresent() ? exact : best(wildcardsOver(host), namespace, isKnown);
  }

  private Optional<MeshService> best(
      List<MeshService> candidates, String namespace, Predicate<MeshService> isKnown) {
    MeshService best = null;
    for (MeshService candidate : candidates) {
      if (isKnown.test(candidate) && (best == null || isBetter(candidate, best, namespace))) {
        best = candidate;
      }
    }
    return Optional.ofNullable(best == null ? null : joined(best, candidates, isKnown));
  }

  // All that have the host in the namespace are one service, with the ports of all.
  private static MeshService joined(
      MeshService best, List<MeshService> candidates, Predicate<MeshService> isKnown) {
    if (candidates.size() == 1) {
      return best;
    }
    Map<Long, MeshPort> ports = new LinkedHashMap<>();
    best.ports().forEach(port -> ports.putIfAbsent(port.number(), port));
    for (MeshService other : candidates) {
      if (other.host().equals(best.host())
          && other.namespace().equals(best.namespace())
          && isKnown.test(other)) {
        other.ports().forEach(port -> ports.putIfAbsent(port.number(), port));
      }
    }
    return new MeshService(
        best.host(),
        best.namespace(),
        List.copyOf(ports.values()),
        best.exportTo(),
        best.manifest());
  }

  private boolean isBetter(MeshService one, MeshService other, String namespace) {
    if (!one.host().equals(other.host())) {
      return false; // they come in the order of specificity
    }
    boolean own = one.namespace().equals(namespace);
    if (own != other.namespace().equals(namespace)) {
      return own;
    }
    if (one.isKubernetes() != other.isKubernetes()) {
      return one.isKubernetes();
    }
    return !isPublic(one) && isPublic(other); // what is for few comes before what is for all
  }

  private boolean isPublic(MeshService service) {
    return exportTo(service).contains("*");
  }
}
